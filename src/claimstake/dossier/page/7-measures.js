// What can be measured: when things are said to happen, and how much is said.

function days(text) {
  return Date.parse(`${text}T00:00:00Z`) / 86400000;
}

function numbersInScope() {
  return claims.flatMap((claim, number) => (state.scope === null || claim.article === state.scope ? [number] : []));
}

function moments() {
  const found = new Map();
  const add = (key, moment) => {
    if (!found.has(key)) found.set(key, { ...moment, numbers: [], notes: [] });
    return found.get(key);
  };
  data.articles.forEach((article, n) => {
    if (article.issued && (state.scope === null || state.scope === n)) {
      add(`${article.issued}|${article.issued}`, { begin: article.issued, end: article.issued, words: article.published }).notes.push(`Published: ${shorten(article.title, 120)}`);
    }
  });
  for (const number of numbersInScope()) {
    const { time } = claims[number];
    if (!time) continue;
    const bounds = time.begin || time.end;
    const key = bounds ? `${time.begin || ""}|${time.end || ""}` : `words ${time.text.toLowerCase()}`;
    const moment = add(key, { begin: time.begin, end: time.end, words: bounds ? time.edtf : time.text });
    moment.numbers.push(number);
  }
  const rank = (moment) => (moment.begin ? days(moment.begin) : moment.end ? days(moment.end) : Infinity);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || rank({ begin: a.end }) - rank({ begin: b.end }));
}

function dateWords(moment) {
  const { begin, end } = moment;
  if (begin && begin === end) return begin;
  if (begin && end) {
    if (begin.slice(5) === "01-01" && end === `${begin.slice(0, 4)}-12-31`) return begin.slice(0, 4);
    if (begin.slice(0, 7) === end.slice(0, 7) && begin.endsWith("-01") && Number(end.slice(8)) > 27) return begin.slice(0, 7);
    return `${begin} to ${end}`;
  }
  if (end) return `until ${end.endsWith("-12-31") ? end.slice(0, 4) : end}`;
  if (begin) return `from ${begin.endsWith("-01-01") ? begin.slice(0, 4) : begin}`;
  return "No date given";
}

function timeScale(all) {
  const stops = all.flatMap((moment) => [moment.begin, moment.end]).filter(Boolean).map(days);
  if (!stops.length) return null;
  const [low, high] = [Math.min(...stops), Math.max(...stops)];
  const pad = Math.max((high - low) * 0.06, 200);
  const [from, to] = [low - pad, high + pad];
  return { from, to, at: (day) => (100 * (day - from)) / (to - from) };
}

function track(moment, scale, named) {
  const root = svg("svg", { class: "track", "aria-hidden": "true", focusable: "false" });
  root.append(svg("line", { class: "axis", x1: "0%", x2: "100%", y1: 12, y2: 12 }));
  if (named) {
    const [first, last] = [scale.from, scale.to].map((day) => new Date(day * 86400000).getUTCFullYear());
    const jump = Math.max(1, Math.ceil((last - first) / 4));
    for (let year = first + 1; year <= last; year += jump) {
      root.append(svg("text", { class: "year", x: `${scale.at(days(`${year}-01-01`))}%`, y: 8, "text-anchor": "middle" }, year));
    }
    return root;
  }
  const from = moment.begin ? scale.at(days(moment.begin)) : 0;
  const to = moment.end ? scale.at(days(moment.end) + 1) : 100;
  if (!moment.begin && !moment.end) return null;
  const open = !moment.begin || !moment.end;
  root.append(svg("rect", { class: "span", x: `${from}%`, width: `${Math.max(to - from, 0.9)}%`, y: open ? 10.5 : 8, height: open ? 3 : 8, opacity: open ? 0.45 : 1 }));
  if (open) root.append(svg("rect", { class: "span", x: `${moment.end ? to - 0.45 : from}%`, width: "0.9%", y: 6, height: 12 }));
  return root;
}

function drawTimeline(body) {
  const all = moments();
  const scale = timeScale(all);
  if (!all.length) body.append(el("p", { class: "quiet" }, "No claim states a time."));
  const axis = scale ? el("li", { class: "axis-row", "aria-hidden": "true" }, el("span"), track(null, scale, true), el("span")) : "";
  const entry = (moment) =>
    el(
      "li",
      {},
      el("div", { class: "when" }, dateWords(moment), el("span", { class: "small" }, moment.begin || moment.end ? "" : `“${shorten(moment.words, 80)}”`)),
      (scale && track(moment, scale)) || el("span"),
      el("ul", {}, moment.notes.slice(0, MOST_LINKS).map((note) => el("li", { class: "quiet" }, note)), moment.numbers.slice(0, MOST_LINKS).map((n) => el("li", {}, claimLink(n), " ", said(claims[n], 200), el("span", { class: "quiet small" }, ` – ${shorten(claims[n].speaker, 120)}${isHedged(claims[n]) ? `, ${term(claims[n].certainty)}` : ""}`))), moment.numbers.length > MOST_LINKS ? el("li", { class: "quiet small" }, `and ${(moment.numbers.length - MOST_LINKS).toLocaleString("en")} more`) : ""),
    );
  body.append(el("ol", { class: "timeline" }, axis, all.slice(0, MOST_ROWS).map(entry)));
  fill(body, [cutNote(MOST_ROWS, all.length)]);
}

function amountScale(amounts) {
  const values = amounts.flatMap((amount) => [amount.value, amount.lower, amount.upper]).filter((v) => v !== undefined).map(Number);
  const positive = values.length && values.every((value) => value > 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const log = positive && high / low > 50;
  const from = log ? Math.log10(low) - 0.6 : Math.min(0, low);
  const to = log ? Math.log10(high) + 0.6 : high * 1.15 || 1;
  return { log, at: (value) => (100 * ((log ? Math.log10(Number(value)) : Number(value)) - from)) / (to - from) };
}

function measureBar(amount, scale) {
  const root = svg("svg", { class: "measure", "aria-hidden": "true", focusable: "false" });
  root.append(svg("line", { x1: "0%", x2: "100%", y1: 12, y2: 12 }));
  if (amount.value === undefined) return root;
  const exact = amount.lower === amount.upper && amount.lower !== undefined;
  const at = `${scale.at(amount.value)}%`;
  if (!exact && (amount.lower !== undefined || amount.upper !== undefined)) {
    const from = amount.lower === undefined ? 0 : scale.at(amount.lower);
    const to = amount.upper === undefined ? 100 : scale.at(amount.upper);
    root.append(svg("line", { class: "reach", x1: `${from}%`, x2: `${to}%`, y1: 12, y2: 12, "stroke-dasharray": "1 4" }));
  }
  root.append(svg("circle", { class: exact ? "value" : "value loose", cx: at, cy: 12, r: 5 }));
  return root;
}

function amountRow(number, scale) {
  const claim = claims[number];
  const { amount } = claim;
  const about = (claim.things || []).length ? thingLabel(claim.things[0]) : "";
  const cell = (label, ...content) => el("td", { role: "cell", "data-label": label }, ...content);
  return el(
    "tr",
    { role: "row" },
    el("th", { scope: "row", role: "rowheader" }, el("span", { class: "figure" }, amount.text), el("span", { class: "quiet small" }, amount.bounds)),
    el("td", { role: "cell", class: "bar-cell" }, measureBar(amount, scale)),
    cell("What", el("b", {}, shorten(about, 120)), ` ${term(claim.relation)}`, amount.whole ? ` ${term(claim.relation).endsWith(" of") ? "" : "of "}${shorten(amount.whole, 120)}` : "", isAgainst(claim) ? el("span", { class: "stance-against" }, ` (${term(claim.stance)})`) : ""),
    cell("Comparator", term(amount.comparator)),
    cell("Who says so", shorten(claim.speaker, 120), isHedged(claim) ? el("span", { class: "stance-hedged" }, `, ${term(claim.certainty)}`) : ""),
    cell("Date", claim.time && claim.time.begin ? dateWords(claim.time) : `stated ${date(claim)}`),
    cell("Claim", claimLink(number)),
  );
}

function drawAmounts(body) {
  const groups = new Map();
  for (const number of numbersInScope()) {
    const { amount } = claims[number];
    if (!amount) continue;
    const name = amount.money ? `Money in ${amount.unit}` : amount.unit.charAt(0).toUpperCase() + amount.unit.slice(1);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(number);
  }
  if (!groups.size) body.append(el("p", { class: "quiet" }, "No claim states an amount."));
  const ordered = [...groups].sort((a, b) => Number(b[0].startsWith("Money")) - Number(a[0].startsWith("Money")) || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  for (const [name, numbers] of ordered) {
    const scale = amountScale(numbers.map((n) => claims[n].amount));
    numbers.sort((a, b) => Number(claims[b].amount.value || -1) - Number(claims[a].amount.value || -1) || a - b);
    const heads = ["As written", scale.log ? "Logarithmic scale" : "Scale", "What", "Comparator", "Who says so", "Date", "Claim"];
    body.append(
      el(
        "div",
        { class: "group" },
        el("h3", {}, name),
        el("div", { class: "scroll", role: "group", tabindex: 0, "aria-label": name }, el("table", { class: "amounts stacked", role: "table", "aria-label": name }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads.map((head) => el("th", { scope: "col", role: "columnheader" }, head)))), el("tbody", { role: "rowgroup" }, numbers.slice(0, MOST_ROWS).map((n) => amountRow(n, scale))))),
        cutNote(MOST_ROWS, numbers.length),
      ),
    );
  }
}

definePart("timeline", drawTimeline);
definePart("amounts", drawAmounts);
