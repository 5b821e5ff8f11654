"""What an answer rests on."""

from dataclasses import replace

from handed import link, put, task
from invented import decision

from graph.as_of import AsOf, as_of

TOP, CITY = task("省", "一", "建一所工坊。"), task("市", "1", "建一所工坊。")
LINK = link(CITY, TOP, ("工坊", "工坊"), rules="7")


def test_an_empty_store(memory):
    """Nothing is loaded, linked or decided."""
    assert AsOf(0, (), None) == as_of(memory)


def test_documents_rules_and_the_last_decision(memory):
    """Loaded documents alone count; of decisions the latest moment does, whatever its offset."""
    store = put(memory, [TOP, CITY], [LINK])
    assert AsOf(2, ("7",), None) == as_of(store)
    early = store.decide(decision(CITY.id, TOP.id, "confirmed"))
    store.merge(
        [replace(early, at="2099-05-02T01:00:00+08:00"), replace(early, source="镇/一", at="2099-05-01T18:00:00Z")]
    )

    assert AsOf(2, ("7",), "2099-05-01T18:00:00Z") == as_of(store)
