// Find your contribution: builds the form, reads the code as people write it, and opens the receipt. Asks no server.
"use strict";
const place = document.getElementById(facts.place);
const form = document.createElement("form");
const label = document.createElement("label");
const field = document.createElement("input");
const button = document.createElement("button");
const told = document.createElement("p");
label.htmlFor = field.id = "code";
label.textContent = facts.words.label;
field.name = "code";
field.autocomplete = "off";
field.spellcheck = false;
field.setAttribute("autocapitalize", "characters");
field.setAttribute("aria-describedby", "told");
button.textContent = facts.words.button;
told.id = "told";
told.setAttribute("role", "alert");
form.noValidate = true;
form.append(label, field, button, told);
place.before(form);
place.hidden = true;

function read(text) {
  const typed = text.replace(/[\s\-–—.]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
  const signs = [...typed].map(sign => facts.alphabet.indexOf(sign));
  if (signs.length !== facts.signs || signs.includes(-1)) return "";
  const sum = signs.slice(0, -1).reduce((all, sign, at) => all + (at + 1) * sign, 0);
  if (sum % facts.prime !== signs[facts.signs - 1]) return "";
  return typed.match(new RegExp(`.{${facts.group}}`, "g")).join("-");
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const code = read(field.value);
  told.textContent = code ? "" : facts.words.wrong;
  field.setAttribute("aria-invalid", code ? "false" : "true");
  if (code) location.href = `${code}.html`;
  else field.focus();
});
