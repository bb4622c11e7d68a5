// Finds what a person would name: `role` and accessible name, on what is in sight and not covered.
// An exact name comes before one that only contains the words.
const [role, name] = arguments;
const BY_ROLE = {
  article: "article",
  button: "button, [role=button], summary",
  checkbox: "input[type=checkbox]",
  combobox: "[role=combobox]",
  dialog: "[role=dialog], [role=alertdialog]",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  listbox: "[role=listbox]",
  menuitem: "[role^=menuitem]",
  navigation: "nav",
  note: "[role=note]",
  option: "[role=option]",
  progressbar: "[role=progressbar]",
  radio: "input[type=radio]",
  tab: "[role=tab]",
  textbox: "textarea, input:not([type=checkbox], [type=radio])",
};
const clean = (text) => text.replace(/\s+/gu, " ").trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
  const inner = [...node.childNodes].map(textOf).join("");
  return getComputedStyle(node).display === "inline" ? inner : ` ${inner} `;
}

function nameOf(element) {
  const ids = element.getAttribute("aria-labelledby");
  const named = (ids ?? "").split(/\s+/u).map((id) => id && document.getElementById(id)).filter(Boolean);
  if (named.length > 0) return clean(named.map((part) => part.getAttribute("aria-label") ?? textOf(part)).join(" "));
  if (element.hasAttribute("aria-label")) return clean(element.getAttribute("aria-label"));
  if (element.labels?.length) return clean([...element.labels].map(textOf).join(" "));
  return clean(textOf(element));
}

function inSight(element) {
  if (element.closest("[inert], [aria-hidden=true]")) return false;
  const seen = element.closest("label") ?? element;
  return seen.getClientRects().length > 0 && getComputedStyle(seen).visibility !== "hidden";
}

const found = [...document.querySelectorAll(BY_ROLE[role])]
  .filter(inSight)
  .map((element) => ({ element, name: nameOf(element) }));
const hit =
  found.find((candidate) => candidate.name === name) ??
  found.find((candidate) => candidate.name.includes(name));
if (!hit) return { names: found.map((candidate) => candidate.name).slice(0, 40) };
const { element } = hit;
const box = element.closest("label") ?? element;
return {
  // What a person presses: the label that stands for a hidden box.
  element: ["checkbox", "radio"].includes(role) ? box : element,
  name: hit.name,
  text: clean(element.innerText ?? ""),
  value: element.value ?? null,
  off: element.disabled === true || element.getAttribute("aria-disabled") === "true",
  chosen: element.checked ?? element.getAttribute("aria-selected") === "true",
};
