"use strict";
// Without this script every link works as a link to a place on the page. With it, a quote opens its source beside the text.
const panel = document.getElementById("panel");
let opener = null;

function openFolds(element) {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

function revealTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  openFolds(target);
  target.scrollIntoView({ block: target.tagName === "MARK" ? "center" : "start" });
}

function withoutIds(node) {
  const copy = node.cloneNode(true);
  for (const element of copy.querySelectorAll("[id]")) {
    element.dataset.was = element.id;
    element.removeAttribute("id");
  }
  return copy;
}

// What is shown has an address that can be copied; going back is not made longer by it.
function showAddress(id) {
  history.replaceState(history.state, "", `#${encodeURIComponent(id)}`);
}

function showSource(link) {
  const id = decodeURIComponent(link.hash.slice(1));
  const source = document.getElementById(id)?.closest(".source");
  if (!source || !panel.showModal) return false;
  const body = panel.querySelector(".panel");
  body.replaceChildren(...withoutIds(source.querySelector(".source-body")).childNodes);
  panel.querySelector("h2").textContent = source.querySelector("h3").textContent;
  opener = link;
  panel.showModal();
  const here = [...body.querySelectorAll("mark")].find((mark) => mark.dataset.was === id);
  here?.classList.add("here");
  here?.scrollIntoView({ block: "center", behavior: "instant" });
  showAddress(id);
  return true;
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (event.target === panel || event.target.closest("[data-close]")) return panel.close();
  const inside = event.target.closest("dialog a[href^='#']");
  if (inside) {
    opener = null;
    panel.close();
    return;
  }
  const quote = event.target.closest(".quote");
  const other = event.target.closest("a, summary, button");
  const link = quote?.querySelector("blockquote a");
  if (!link || (other && other !== link) || String(getSelection())) return;
  if (showSource(link)) event.preventDefault();
});
panel.addEventListener("close", () => {
  if (!opener) return;
  opener.focus();
  const quote = opener.closest("[id]");
  if (quote) showAddress(quote.id);
});
window.addEventListener("hashchange", revealTarget);
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".statement details")) fold.open = true;
});
for (const quote of document.querySelectorAll(".quote")) quote.dataset.open = "";
if (location.hash) revealTarget();
// The contents begin open; on a narrow screen they would hide what they point to.
if (matchMedia("(max-width: 63.99em)").matches) document.querySelector(".contents").open = false;
