// The table of claims: sorted, searched and filtered, a page of rows at a time.

const ROWS = 150;
const table = { sort: "place", down: false, shown: ROWS, filters: {} };

const COLUMNS = [
  { key: "place", name: "Claim", value: (claim, n) => n },
  { key: "text", name: "What is said", value: (claim) => claim.text.toLowerCase() },
  { key: "speaker", name: "Who says so", value: (claim) => claim.speaker.toLowerCase() },
  { key: "kind", name: "Kind", value: (claim) => term(claim.kind) },
  { key: "sure", name: "How surely", value: (claim) => `${term(claim.stance)} ${term(claim.certainty)}` },
  { key: "status", name: "Verification", value: (claim) => STATUSES.indexOf(statusesOf(claim)[0]) },
];
const STATUSES = ["verified", "failed", "explicitly unverified", "inconclusive", "no record", "not applicable"];

// What is known of a claim: under the chosen standard, else under any.
function statusesOf(claim) {
  const known = claim.verification;
  if (!known) return ["not applicable"];
  const standard = table.filters.standard;
  if (!standard) return known.statuses;
  const under = [...(known.stated || []), ...(known.inferred || [])].filter((one) => one[0] === standard);
  return under.length ? [...new Set(under.map((one) => one[1]))] : [known.applies ? "no record" : "not applicable"];
}

function searchText(claim) {
  if (claim.folded === undefined) {
    claim.folded = fold([claim.id, claim.text, quoteOf(claim), claim.speaker, claim.phrase].filter(Boolean).join("\n"));
  }
  return claim.folded;
}

function fold(text) {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

const TESTS = {
  search: (claim, words) => fold(words).split(/\s+/).filter(Boolean).every((word) => searchText(claim).includes(word)),
  speaker: (claim, value) => claim.speaker === value,
  kind: (claim, value) => claim.kind === value,
  stance: (claim, value) => claim.stance === value,
  certainty: (claim, value) => claim.certainty === value,
  status: (claim, value) => statusesOf(claim).includes(value),
  standard: () => true,
};

function matches(claim) {
  if (state.thing && !(claim.things || []).includes(state.thing)) return false;
  return Object.entries(table.filters).every(([name, value]) => !value || TESTS[name](claim, value));
}

function found() {
  const column = COLUMNS.find((one) => one.key === table.sort);
  const rows = claims.map((claim, n) => n).filter((n) => (state.scope === null || claims[n].article === state.scope) && matches(claims[n]));
  if (column.key === "place" && !table.down) return rows;
  const values = new Map(rows.map((n) => [n, column.value(claims[n], n)]));
  const order = (a, b) => (values.get(a) < values.get(b) ? -1 : values.get(a) > values.get(b) ? 1 : 0);
  return rows.sort((a, b) => (table.down ? -order(a, b) : order(a, b)) || a - b);
}

function options(values, label, all) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  const entries = [...counts].sort((a, b) => b[1] - a[1] || (label(a[0]) < label(b[0]) ? -1 : 1));
  return [el("option", { value: "" }, all), entries.map(([value, count]) => el("option", { value }, `${label(value)} (${count})`))];
}

function filter(name, label, entries) {
  const select = el("select", { "data-filter": name, onchange: (event) => setFilter(name, event.target.value) }, entries);
  select.value = table.filters[name] || "";
  return el("label", {}, label, select);
}

function setFilter(name, value) {
  table.filters[name] = value;
  table.shown = ROWS;
  drawRows();
  if (name === "standard") document.querySelector('[data-filter="status"]').replaceChildren(...statusOptions());
  if (name === "standard") document.querySelector('[data-filter="status"]').value = table.filters.status || "";
}

function statusOptions() {
  const values = inScope().flatMap((claim) => statusesOf(claim));
  return options(values, (value) => value, "Any").flat();
}

function filters() {
  const all = inScope();
  const search = el("input", { type: "search", "data-filter": "search", placeholder: "Words, a number, a name", oninput: (event) => setFilter("search", event.target.value) });
  search.value = table.filters.search || "";
  const used = data.standards.filter((standard) => data.standards.length < 8 || all.some((claim) => ((claim.verification || {}).stated || []).some((one) => one[0] === standard.key)));
  const others = data.standards.filter((standard) => !used.includes(standard));
  const option = (standard) => el("option", { value: standard.key }, standard.label);
  return el(
    "form",
    { class: "filters", role: "search", "aria-label": "Filter claims", onsubmit: (event) => event.preventDefault() },
    el("label", { class: "wide" }, "Search", search),
    filter("speaker", "Who says so", options(all.map((c) => c.speaker), (v) => shorten(v, 60), "Anyone")),
    filter("kind", "Kind", options(all.map((c) => c.kind), term, "Any")),
    filter("certainty", "Certainty", options(all.map((c) => c.certainty), term, "Any")),
    filter("stance", "Stance", options(all.map((c) => c.stance), term, "Any")),
    filter("standard", "Reporting standard", [el("option", { value: "" }, "Any"), used.map(option), others.length ? el("optgroup", { label: "Named by no article" }, others.map(option)) : ""]),
    filter("status", "Verification", statusOptions()),
  );
}

function heading(column) {
  const sorted = table.sort === column.key;
  const sort = () => {
    table.down = sorted ? !table.down : false;
    table.sort = column.key;
    drawHead();
    drawRows();
    document.querySelector(`.claims-table th[data-key="${column.key}"] button`).focus();
  };
  return el("th", { scope: "col", role: "columnheader", "data-key": column.key, "aria-sort": sorted ? (table.down ? "descending" : "ascending") : "none" }, el("button", { type: "button", onclick: sort }, column.name), el("span", { class: "on-paper", "aria-hidden": "true" }, column.name));
}

function row(number) {
  const claim = claims[number];
  const quote = quoteOf(claim);
  const cell = (label, ...content) => el("td", { role: "cell", "data-label": label }, ...content);
  return el(
    "tr",
    { role: "row", "data-claim": number, class: state.open === number ? "active" : "" },
    el("td", { role: "cell" }, claimLink(number), severalArticles() && state.scope === null ? el("span", { class: "quiet small" }, ` ${data.articles[claim.article].published || ""}`) : ""),
    el("td", { role: "cell", class: "what" }, el("span", { class: "text" }, said(claim, 240)), el("span", { class: "quote" }, shorten(quote, 300))),
    cell("Who says so", shorten(claim.speaker, 120), claim.manner === "not named" ? el("span", { class: "quiet small" }, " (not named)") : ""),
    cell("Kind", term(claim.kind)),
    cell("How surely", howSurely(claim)),
    cell("Verification", statusesOf(claim).map((name, i) => [i ? el("br") : "", status(name)])),
  );
}

function drawHead() {
  const head = document.querySelector(".claims-table thead tr");
  head.replaceChildren(...COLUMNS.map(heading));
}

function drawRows() {
  const body = document.querySelector(".claims-table tbody");
  if (!body) return;
  const numbers = found();
  const total = inScope().length;
  body.replaceChildren(...numbers.slice(0, table.shown).map(row));
  const count = document.getElementById("found");
  count.textContent = numbers.length === total ? plural(total, "claim") : `${numbers.length.toLocaleString("en")} of ${plural(total, "claim")}`;
  const more = document.getElementById("more-claims");
  more.hidden = numbers.length <= table.shown;
  more.textContent = `Show more (${(numbers.length - table.shown).toLocaleString("en")} left)`;
  document.getElementById("no-claims").hidden = numbers.length > 0;
  drawChips();
}

function drawChips() {
  const chips = document.getElementById("chips");
  const active = Object.values(table.filters).some(Boolean) || state.thing;
  chips.replaceChildren();
  if (state.thing) {
    const clear = el("button", { type: "button", "aria-label": `Remove the filter ${thingLabel(state.thing)}`, onclick: () => chooseThing(null) }, "×");
    chips.append(el("span", { class: "chip" }, `about ${shorten(thingLabel(state.thing), 60)}`, clear));
  }
  if (active) chips.append(el("button", { type: "button", class: "button", id: "reset", onclick: resetFilters }, "Clear all filters"));
}

function resetFilters() {
  table.filters = {};
  table.shown = ROWS;
  if (state.thing) chooseThing(null);
  redraw("claims");
  document.querySelector('[data-filter="search"]').focus();
}

function drawClaims(body) {
  const more = el("button", { type: "button", class: "button more", id: "more-claims", onclick: () => { table.shown += ROWS; drawRows(); } });
  fill(body, [
    filters(),
    el("div", { class: "found" }, el("p", { id: "found", role: "status" }), el("div", { id: "chips", class: "found" })),
    el("div", {}, el("table", { class: "claims-table stacked", role: "table", "aria-label": "Claims" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" })), el("tbody", { role: "rowgroup" }))),
    el("p", { id: "no-claims", class: "quiet", hidden: true }, "No claim fits these filters."),
    more,
  ]);
  drawHead();
  drawRows();
}

definePart("claims", drawClaims);
