"""What a document calls itself."""

from loaders.own_titles import bare_title, own_titles, squeezed


def test_own_titles():
    """A document has its titles, those without issuer, and that of the work that its notice issues."""
    assert {"示例市教育局关于印发甲办法的通知", "关于印发甲办法的通知", "甲办法"} == own_titles(
        ["示例市教育局关于印发《甲办法》的通知"]
    )


def test_forwarding_is_no_own_title():
    """A document that is passed on is another one's."""
    assert "甲办法" not in own_titles(["示例市教育局关于转发《甲办法》的通知"])


def test_bare():
    """Marks, white space, the draft mark and the name of the republic are left out."""
    assert "示例市实施义务教育法办法" == bare_title("示例市 实施〈中华人民共和国义务教育法〉办法（草案）")
    assert "甲办法（试行）" == squeezed("《甲办法(试行)》")
