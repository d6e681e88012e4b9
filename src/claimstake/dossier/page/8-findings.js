// Findings: what is verified, what stands in the way, the stored questions, and what was not understood.

function estimates() {
  return numbersInScope().filter((n) => claims[n].verification && claims[n].verification.applies && !(claims[n].related || {}).restates);
}

function standardsSpokenOf(numbers) {
  const keys = new Set(numbers.flatMap((n) => (claims[n].verification.stated || []).map((one) => one[0])));
  return data.standards.filter((standard) => keys.has(standard.key));
}

function statusCell(claim, standard) {
  const known = claim.verification;
  const direct = (known.stated || []).filter((one) => one[0] === standard.key);
  const inferred = (known.inferred || []).filter((one) => one[0] === standard.key);
  const shown = direct.length ? direct : inferred;
  const cell = el("td", { role: "cell", "data-label": standard.label });
  if (!shown.length) return fill(cell, [status("no record")]);
  return fill(cell, shown.map(([, answer, said]) => [status(answer), el("span", { class: "small" }, direct.length ? "" : "inferred, ", "by ", claimLinks(said || []))]));
}

function drawVerification(body) {
  const numbers = estimates();
  if (!numbers.length) {
    body.append(el("p", { class: "quiet" }, "No claim is about minerals in the ground, so no reporting standard applies."));
    return;
  }
  const standards = standardsSpokenOf(numbers);
  const columns = standards.length ? standards : [{ key: "", label: "Any reporting standard" }];
  const head = ["Claim", "How surely", ...columns.map((one) => one.label)];
  const claimCell = (n) => {
    const claim = claims[n];
    return el("th", { scope: "row", role: "rowheader", class: "claim" }, claimLink(n), " ", said(claim, 200), el("span", { class: "speaker" }, `${shorten(claim.speaker, 120)}, ${date(claim)}`));
  };
  body.append(
    el(
      "div",
      { class: "scroll", tabindex: columns.length > 2 ? 0 : null, role: "group", "aria-label": "Verification of claims" },
      el(
        "table",
        { class: "verification-table stacked", role: "table", "aria-label": "Verification" },
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head.map((name) => el("th", { scope: "col", role: "columnheader" }, name)))),
        el("tbody", { role: "rowgroup" }, numbers.slice(0, MOST_ROWS).map((n) => el("tr", { role: "row" }, claimCell(n), el("td", { role: "cell", "data-label": "How surely" }, howSurely(claims[n])), columns.map((one) => statusCell(claims[n], one))))),
      ),
    ),
  );
  fill(body, [cutNote(MOST_ROWS, numbers.length)]);
  const barred = numbers.filter((n) => claims[n].verification.barred);
  if (barred.length) {
    body.append(el("p", { class: "remark" }, claimLinks(barred), barred.length === 1 ? " puts" : " put", ` a money value on minerals in the ground. ${claims[barred[0]].verification.barred.join(" and ")} do not allow such a value in a public report, since it says nothing of what can be mined and at what cost.`));
  }
}

function drawConstraints(body) {
  const kinds = new Map();
  const used = new Map();
  for (const n of numbersInScope()) {
    for (const key of new Set(claims[n].things || [])) {
      if ((data.things[key] || {}).group === "constraints") used.set(key, [...(used.get(key) || []), n]);
    }
  }
  for (const [key, numbers] of used) {
    const about = data.things[key];
    const kind = about.kind ? term(about.kind) : about.classes.join(", ");
    kinds.set(kind, [...(kinds.get(kind) || []), { key, about, numbers }]);
  }
  if (!kinds.size) body.append(el("p", { class: "quiet" }, "No claim names a constraint."));
  const entry = ({ key, about, numbers }) => {
    const limited = new Set(numbers.flatMap((n) => (claims[n].things || []).filter((other) => other !== key)));
    return el(
      "li",
      {},
      el("div", { class: "thing" }, thingButtonFor(key, about)),
      limited.size ? el("div", { class: "small" }, `tied to ${[...limited].slice(0, 12).map((other) => shorten(thingLabel(other), 70)).join(", ")}${limited.size > 12 ? ` and ${limited.size - 12} more` : ""}`) : "",
      el("div", { class: "small" }, "said by ", [...new Set(numbers.map((n) => shorten(claims[n].speaker, 120)))].join(", "), ": ", claimLinks(numbers), numbers.length === 1 ? " – named in one claim only" : ""),
    );
  };
  const groups = [...kinds].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  body.append(el("div", { class: "kinds" }, groups.map(([kind, things]) => el("div", { class: "group" }, el("h3", {}, kind.charAt(0).toUpperCase() + kind.slice(1)), el("ul", {}, things.slice(0, MOST_ROWS).map(entry)), cutNote(MOST_ROWS, things.length)))));
}

function thingButtonFor(key, about) {
  return el("a", { href: "#graph", onclick: () => chooseThing(key) }, shorten(about.label, 120));
}

const places = new Map();
function claimByIds(article, id) {
  if (!places.size) claims.forEach((claim, n) => places.set(`${data.articles[claim.article].id} ${claim.id}`, n));
  return places.get(`${article} ${id}`);
}

function answerTable(answer) {
  const names = answer.columns.map((column) => column[0]);
  const article = names.indexOf("article");
  const cell = (value, i, row) => {
    const known = /^(claim|said_in|restated|other|by|first|second)/.test(names[i]) && article >= 0 ? claimByIds(row[article], value) : undefined;
    const number = value !== "" && /^-?\d+(\.\d+)?$/.test(value);
    const text = number && value.length > 4 && !/year|start|end|offset/.test(names[i]) ? Number(value).toLocaleString("en") : shorten(value, 400);
    return el("td", { class: number ? "number" : "" }, known === undefined ? text : claimLink(known));
  };
  const head = ([name, help, unit]) => el("th", { scope: "col", title: help }, name.replaceAll("_", " "), unit ? ` (${unit})` : "");
  return el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": answer.summary }, el("table", { class: "results" }, el("thead", {}, el("tr", {}, answer.columns.map(head))), el("tbody", {}, (answer.rows || []).map((row) => el("tr", {}, row.map((value, i) => cell(value, i, row)))))));
}

function fillAnswer(holder, answer) {
  if (holder.childElementCount) return;
  const asked = ["claimstake ask", answer.name, answer.values].filter(Boolean).join(" ");
  fill(holder, [
    answer.description ? el("p", { class: "explanation" }, answer.description) : "",
    answer.problem ? el("p", { class: "stance-against" }, answer.problem) : (answer.rows || []).length ? answerTable(answer) : el("p", { class: "quiet" }, "The answer is empty: nothing of the kind was read."),
    answer.more ? el("p", { class: "quiet small" }, `Only the first ${answer.rows.length} rows are shown.`) : "",
    el("p", { class: "quiet small" }, el("code", {}, asked)),
  ]);
}

function answerEntry(answer) {
  const holder = el("div", { class: "answer" });
  const count = answer.problem ? "not answered" : plural((answer.rows || []).length, "row") + (answer.more ? " or more" : "");
  const details = el("details", { "data-answer": answer.name }, el("summary", {}, el("span", { class: "question" }, answer.summary), el("span", { class: "count" }, count)), holder);
  details.addEventListener("toggle", () => fillAnswer(holder, answer));
  return details;
}

function openAnswer(name) {
  const details = document.querySelector(`[data-answer="${CSS.escape(name)}"]`);
  if (!details) return;
  fillAnswer(details.querySelector(".answer"), data.answers.find((answer) => answer.name === name));
  details.open = true;
}

function drawAnswers(body) {
  const main = data.answers.filter((answer) => (answer.tags || []).includes("main"));
  const others = data.answers.filter((answer) => !main.includes(answer));
  const group = (name, answers) => (answers.length ? el("div", { class: "group" }, el("h3", {}, name), answers.map(answerEntry)) : "");
  fill(body, [group("Main questions", main), group(main.length ? "More questions" : "All questions", others)]);
  if (!data.answers.length) body.append(el("p", { class: "quiet" }, "No stored question could be asked."));
}

function passages(article, n) {
  const text = charactersOf(n);
  return (article.bare || []).map(([start, end]) => el("li", {}, shorten(text.slice(start, end).join(""), 700)));
}

function drawGaps(body) {
  const entry = (article, n) => {
    const bare = (article.bare || []).length;
    const untyped = article.untyped || [];
    const share = article.sentences ? Math.round((100 * (article.sentences - bare)) / article.sentences) : null;
    return el(
      "div",
      { class: "group" },
      el("h3", {}, severalArticles() ? shorten(article.title, 120) : "Coverage"),
      el("p", {}, share === null ? "The store does not hold the text of this article, so its coverage cannot be told." : `${article.sentences - bare} of ${plural(article.sentences, "sentence")} (${share} %) make at least one claim.`),
      bare ? [el("h4", {}, "Sentences that make no claim"), el("ul", { class: "passages" }, passages(article, n))] : "",
      untyped.length ? [el("h4", {}, "Statements that were read, but fit no known relation"), el("ul", { class: "passages" }, untyped.map((one) => el("li", {}, shorten(one.words || "", 500), el("span", { class: "small" }, [one.predicate ? `verb: ${one.predicate}` : "", one.reason || ""].filter(Boolean).join(" · ")))))] : el("p", { class: "quiet" }, "No statement is recorded that fits no relation."),
    );
  };
  const shown = data.articles.map((article, n) => [article, n]).filter(([, n]) => state.scope === null || state.scope === n);
  body.append(...shown.slice(0, 20).map(([article, n]) => entry(article, n)));
  if (shown.length > 20) body.append(el("p", { class: "quiet" }, `${shown.length - 20} more articles: choose one above to see what was not understood of it.`));
}

definePart("verification", drawVerification);
definePart("constraints", drawConstraints);
definePart("answers", drawAnswers);
definePart("gaps", drawGaps);
