"use strict";
// The data, the state of the page, and the few ways of making elements. Text only ever enters the page as text.

const data = JSON.parse(document.getElementById("data").textContent);
const claims = data.claims;
const place = new Map(claims.map((claim, number) => [claim.key, number]));
const state = { scope: null, open: null, thing: null, article: 0 };
const parts = new Map();

const DECEPTIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

// Characters that reorder a line are shown instead of obeyed.
function visible(text) {
  return String(text).replace(DECEPTIVE, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

function fill(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : visible(child));
  }
  return node;
}

function dress(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : visible(value));
  }
  return node;
}

function el(tag, attributes = {}, ...children) {
  return fill(dress(document.createElement(tag), attributes), children);
}

function svg(tag, attributes = {}, ...children) {
  return fill(dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes), children);
}

function term(key) {
  return data.terms[key] ? data.terms[key][0] : key || "";
}

function thingLabel(key) {
  return data.things[key] ? data.things[key].label : key;
}

function plural(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many || `${one}s`}`;
}

function shorten(text, length) {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}

const characters = new Map();
// Offsets count code points, which JavaScript's strings do not.
function charactersOf(article) {
  if (!characters.has(article)) characters.set(article, Array.from(data.articles[article].text || ""));
  return characters.get(article);
}

function quoteOf(claim) {
  return claim.quote || charactersOf(claim.article).slice(claim.start, claim.end).join("");
}

function inScope() {
  return state.scope === null ? claims : claims.filter((claim) => claim.article === state.scope);
}

function severalArticles() {
  return data.articles.length > 1;
}

function isHedged(claim) {
  return claim.certainty !== "certain";
}

function isAgainst(claim) {
  return claim.stance === "denies" || claim.stance === "doubts";
}

function howSurely(claim) {
  const stance = isAgainst(claim) ? "stance-against" : "";
  return [
    el("span", { class: stance }, term(claim.stance)),
    " · ",
    el("span", { class: isHedged(claim) ? "stance-hedged" : "" }, term(claim.certainty)),
  ];
}

const LEADS = { denies: "Denied: ", doubts: "Doubted: ", asks: "Asked: ", supposes: "Supposed: " };

// The content of a claim alone would say the opposite of one who denies it.
function said(claim, length) {
  const lead = LEADS[claim.stance];
  return [lead ? el("span", { class: isAgainst(claim) ? "stance-against" : "stance-hedged" }, lead) : "", shorten(claim.text, length)];
}

function status(name) {
  return el("span", { class: "status", "data-status": name }, name);
}

function claimLink(number) {
  const claim = claims[number];
  return el("a", { class: "claim-link", href: `#${claim.key}`, title: shorten(`${LEADS[claim.stance] || ""}${claim.text}`, 160) }, claim.id);
}

const MOST_LINKS = 24;
const MOST_ROWS = 120;

function claimLinks(numbers) {
  const rest = numbers.length - MOST_LINKS;
  return [numbers.slice(0, MOST_LINKS).map((number, i) => [i ? ", " : "", claimLink(number)]), rest > 0 ? ` and ${rest.toLocaleString("en")} more` : ""];
}

// What a store of many articles has too much of is cut, and says so.
function cutNote(shown, all) {
  return all > shown ? el("p", { class: "quiet small" }, `The first ${shown} of ${all.toLocaleString("en")} are shown; choose one article to see all of its own.`) : "";
}

function date(claim) {
  return claim.since || data.articles[claim.article].published || "no date";
}

function say(text) {
  document.getElementById("live").textContent = text;
}

// Make a part of the page when it is first needed, and again when what it shows has changed.
function definePart(name, draw) {
  parts.set(name, { draw, body: document.querySelector(`[data-part="${name}"]`), drawn: false });
}

function drawPart(name) {
  const part = parts.get(name);
  if (part.drawn) return;
  part.drawn = true;
  part.body.replaceChildren();
  part.draw(part.body);
}

function redraw(...names) {
  for (const name of names.length ? names : parts.keys()) {
    const part = parts.get(name);
    const was = part.drawn;
    part.drawn = false;
    if (was) drawPart(name);
  }
}
