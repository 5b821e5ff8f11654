// What makes the pages better where a browser runs scripts; all works without it.
//   <a data-swap>, <form data-swap>   the page that is asked for takes the place of <main>, in place and without a jump
//   <form data-swap data-auto>        sent as soon as a field of it changes
//   <a data-dialog>                   the <main> of the page behind it is shown in a dialog
//   .picture                          begins where what was asked for is; a click on a line is one on its words
//   data-key="y" on anything          that key focuses a field, and clicks anything else; several keys: data-key="j ArrowRight"
"use strict";

const main = () => document.getElementById("main");

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) throw new Error("not a page");
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

let asked = 0; // whoever goes through a list by arrow keys asks often: what was asked last is shown

// Replace <main>, and what in the header follows from the address. The focus stays on what has the same id.
async function swap(address, remember) {
  const mine = ++asked;
  main().setAttribute("aria-busy", "true");
  let page;
  try {
    page = await fetched(address);
  } catch {
    if (mine === asked) location.assign(address);
    return;
  }
  if (mine !== asked) return;
  const focused = document.activeElement?.id;
  const frame = document.activeElement?.closest(".picture"); // who unfolds a part of a picture goes on looking at it
  const place = frame && { left: frame.scrollLeft, top: frame.scrollTop };
  const box = document.activeElement?.closest("[data-node]")?.dataset.node;
  if (remember) history.pushState(null, "", address);
  document.title = page.title;
  for (const id of ["language", "main"]) {
    document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  }
  const again = focused && document.getElementById(focused);
  (again || main()).focus({ preventScroll: true });
  ready();
  if (place) back(place, box);
}

// The picture as it stood, with the focus on the box that was unfolded, or on the first that came out of it.
function back(place, box) {
  const picture = document.querySelector(".picture");
  if (!picture) return;
  picture.scrollTo(place);
  const boxes = [...picture.querySelectorAll("[data-node]")];
  const found = boxes.find((each) => box && (each.dataset.node === box || each.dataset.node.startsWith(`${box}/`)));
  const target = found?.querySelector("a") || picture;
  target.focus({ preventScroll: true });
  if (found) found.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function formAddress(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return form.action.split("?")[0] + (query ? `?${query}` : "");
}

async function openDialog(address) {
  let page;
  try {
    page = await fetched(address);
  } catch {
    location.assign(address);
    return;
  }
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  close.textContent = document.body.dataset.close;
  close.className = "close";
  close.addEventListener("click", () => dialog.close());
  const content = document.adoptNode(page.getElementById("main"));
  content.id = "shown";
  const head = content.querySelector("h1");
  if (head) {
    head.id = "shown-head";
    dialog.setAttribute("aria-labelledby", head.id);
  }
  dialog.append(close, ...content.childNodes);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const plain = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

document.addEventListener("click", (event) => {
  const line = event.target.closest(".picture g.link");
  if (line) return labelOf(line)?.dispatchEvent(new MouseEvent("click", event));
  const link = event.target.closest("a[data-swap], a[data-dialog]");
  if (!link || !plain(event)) return;
  event.preventDefault();
  const address = link.getAttribute("href"); // a link in a picture has an object for its href
  if ("dialog" in link.dataset) openDialog(address);
  else swap(address, true);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-swap]")) return;
  event.preventDefault();
  swap(formAddress(event.target), true);
});

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form && form.matches("[data-auto]")) form.requestSubmit();
});

let shown = location.pathname + location.search;
window.addEventListener("popstate", () => {
  const wanted = location.pathname + location.search; // a step between two anchors of one page asks for nothing
  if (wanted !== shown) swap(location.href, false);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const within = document.querySelector("dialog[open]") || document;
  const wanted = [...within.querySelectorAll("[data-key]")].find((each) => each.dataset.key.split(" ").includes(event.key));
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input, textarea, select")) wanted.focus();
  else wanted.click();
});

const ends = (group) => `${group.dataset.source}\n${group.dataset.target}`;

function labelOf(line) {
  const labels = [...line.closest("svg").querySelectorAll("g.label")];
  return labels.find((each) => ends(each) === ends(line))?.querySelector("a");
}

// While a box, a line or its words are looked at, the lines that have nothing to do with them stand back.
function stress(event) {
  const found = event.target.closest?.(".picture g:is(.node, .link, .label)");
  for (const group of document.querySelectorAll(".picture g:is(.link, .label)")) {
    const near = !found || (found.dataset.node ? ends(group).split("\n").includes(found.id) : ends(group) === ends(found));
    group.classList.toggle("aside", !near);
  }
}
document.addEventListener("pointerover", stress);
document.addEventListener("focusin", stress);

function center() {
  for (const picture of document.querySelectorAll(".picture")) {
    const asked = picture.querySelector(".asked")?.getBoundingClientRect();
    if (!asked) continue;
    const frame = picture.getBoundingClientRect();
    const beside = asked.right > frame.right || asked.left < frame.left;
    if (beside) picture.scrollLeft += asked.left + asked.width / 2 - frame.left - frame.width / 2;
    if (asked.bottom > frame.bottom) picture.scrollTop += asked.top - frame.top - frame.height / 3;
  }
}

// In a tree of contents (nav.tree) the entry of what is being read is marked.
function follow() {
  const links = new Map();
  for (const link of document.querySelectorAll("nav.tree a")) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  if (!links.size) return;
  const watch = new IntersectionObserver(
    (seen) => {
      const first = seen.find((each) => each.isIntersecting);
      if (!first) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      const link = links.get(first.target);
      link.setAttribute("aria-current", "true");
      const tree = link.closest(".tree");
      const off = link.getBoundingClientRect().top - tree.getBoundingClientRect().top;
      if (off < 0 || off > tree.clientHeight - 40) tree.scrollTop += off - tree.clientHeight / 2;
    },
    { rootMargin: "-10% 0px -75% 0px" },
  );
  for (const part of links.keys()) watch.observe(part);
}

function ready() {
  shown = location.pathname + location.search;
  follow();
  center();
}

ready();
