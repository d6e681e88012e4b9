// The evidence card: who says it, how surely, since when, what is known of its verification, in which words.

let returnTo = null;

function cardHolder() {
  const holder = el("aside", { class: "card", id: "card", "aria-label": "Evidence card", tabindex: 0 });
  holder.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeCard(true);
  });
  if (state.open !== null && claims[state.open].article === state.article) fillCard(holder, state.open);
  else holder.append(el("p", { class: "card-empty" }, "Choose an underlined passage to see its evidence."));
  return holder;
}

function fact(name, ...values) {
  const shown = values.flat(Infinity).filter((value) => value !== "" && value !== null && value !== undefined);
  return shown.length ? [el("dt", {}, name), el("dd", {}, shown)] : [];
}

function who(claim) {
  return [
    el("b", {}, shorten(claim.speaker, 300)),
    claim.manner ? `, ${claim.manner}` : "",
    claim.phrase ? `: “${claim.phrase}”` : "",
    claim.reported ? ` (reported by ${claim.reported.join(" and ")})` : "",
  ];
}

function findings(claim) {
  const known = claim.verification;
  if (!known) return "not applicable: no reporting standard covers what is claimed";
  const line = (name, answer, said, note) =>
    el("li", {}, term(name), " ", status(answer), said.length ? el("span", { class: "small" }, " (", claimLinks(said), ")") : "", note ? el("span", { class: "small quiet" }, ` ${note}`) : "");
  const rows = (known.stated || []).map(([standard, answer, said]) => line(standard, answer, said || []));
  if (!rows.length) rows.push(el("li", {}, "any standard ", status("no record")));
  const inferred = known.inferred || [];
  for (const answer of new Set(inferred.map((one) => one[1]))) {
    const count = inferred.filter((one) => one[1] === answer).length;
    rows.push(line(plural(count, "other standard"), answer, [], "inferred from what is said of the class"));
  }
  if (known.barred) rows.push(el("li", { class: "small" }, `A money value of minerals in the ground may not be reported under ${known.barred.join(" and ")}.`));
  return el("ul", {}, rows);
}

function relatedFacts(claim) {
  // what the verification already names is not listed twice
  const named = new Set(((claim.verification || {}).stated || []).flatMap((one) => one[2] || []));
  const rest = Object.entries(claim.related || {}).map(([name, numbers]) => [name, numbers.filter((n) => !named.has(n))]);
  return rest.filter(([, numbers]) => numbers.length).map(([name, numbers]) =>
    fact(
      name.charAt(0).toUpperCase() + name.slice(1),
      el("ul", {}, numbers.map((n) => el("li", { class: "small" }, claimLink(n), " ", said(claims[n], 140), el("span", { class: "quiet" }, ` – ${shorten(claims[n].speaker, 120)}`)))),
    ),
  );
}

function argumentFacts(claim) {
  const rows = (claim.arguments || []).map((argument) =>
    el("li", { class: "small" }, el("span", { class: "quiet" }, `${term(argument.role)}: `), `“${shorten(argument.words || "", 120)}”`, argument.before ? ` → “${shorten(argument.before, 120)}”` : "", argument.thing ? [" = ", thingButton(argument.thing)] : ""),
  );
  return rows.length ? fact("Word by word", el("ul", {}, rows)) : [];
}

function thingButton(key) {
  return el("a", { href: "#graph", onclick: () => chooseThing(key) }, thingLabel(key));
}

function quoteInContext(claim) {
  const text = charactersOf(claim.article);
  if (claim.quote || !text.length) return el("p", { class: "card-quote" }, el("mark", {}, quoteOf(claim)));
  const [first, last] = sentenceAround(text, claim.start, claim.end);
  const cut = (from, to) => text.slice(from, to).join("");
  return el("p", { class: "card-quote", dir: "auto", tabindex: claim.end - claim.start > 900 ? 0 : null }, cut(first, claim.start), el("mark", {}, cut(claim.start, claim.end)), cut(claim.end, last));
}

// The same rule of thumb as in the terminal: a sentence ends at a full stop before a capital, or with its line.
function sentenceAround(text, start, end) {
  const ends = (i) => text[i] === "\n" || (".!?".includes(text[i]) && /^[”’"')\]]*\s+[“‘"'([]?[A-Z0-9]/.test(text.slice(i + 1, i + 8).join("")) && !/(^|[\s.(])[A-Z][A-Za-z]{0,2}$/.test(text.slice(Math.max(0, i - 4), i).join("")));
  let first = start;
  while (first > 0 && !ends(first - 1)) first -= 1;
  while (first < start && /[\s•*\-–”’"')\]]/.test(text[first])) first += 1;
  let last = end;
  while (last < text.length && text[last] !== "\n" && !ends(last - 1)) last += 1;
  return [first, last];
}

function siblings(number) {
  const mark = document.querySelector(`.mark[data-claims~="${number}"]`);
  const numbers = mark ? mark.dataset.claims.split(" ").map(Number) : [];
  const others = numbers.filter((n) => n !== number);
  if (!others.length) return null;
  return el("p", { class: "siblings" }, "The same words also make ", claimLinks(others));
}

function step(number, by) {
  const next = number + by;
  return claims[next] && claims[next].article === claims[number].article ? next : null;
}

function toolButton(label, sign, act, disabled) {
  return el("button", { type: "button", "aria-label": label, title: label, onclick: act, disabled }, sign);
}

function fillCard(holder, number) {
  const claim = claims[number];
  const go = (to) => () => {
    location.hash = claims[to].key;
  };
  const [before, after] = [step(number, -1), step(number, 1)];
  holder.classList.add("open");
  holder.replaceChildren();
  fill(holder, [
    el(
      "div",
      { class: "card-head" },
      el("h3", { id: "card-title", tabindex: -1 }, claim.id, " ", el("span", { class: "quiet" }, term(claim.kind))),
      el(
        "div",
        { class: "card-tools" },
        toolButton("Previous claim", "‹", before === null ? null : go(before), before === null),
        toolButton("Next claim", "›", after === null ? null : go(after), after === null),
        toolButton("Close the card", "×", () => closeCard(true)),
      ),
    ),
    siblings(number),
    el("p", { class: "card-text" }, said(claim, 600)),
    quoteInContext(claim),
    el(
      "dl",
      { class: "facts" },
      fact("Who says so", who(claim)),
      fact("How surely", howSurely(claim), ` · ${term(claim.modality)}`),
      fact("Since", `${date(claim)}${claim.section ? `, ${term(claim.section)}` : ""}`),
      claim.amount ? fact("Amount", `${claim.amount.text}: ${claim.amount.bounds}`) : [],
      claim.time ? fact("Time", claim.time.words) : [],
      fact("Only if", (claim.conditions || []).join("; ")),
      fact("Verification", findings(claim)),
      relatedFacts(claim),
      argumentFacts(claim),
      fact("Recorded", el("span", { class: "small quiet" }, [term(claim.review), claim.rule ? `rule ${claim.rule}` : "", claim.confidence ? `confidence ${claim.confidence}` : "", `characters ${claim.start}–${claim.end}`].filter(Boolean).join(" · "))),
    ),
  ]);
}

function showActive() {
  for (const mark of document.querySelectorAll(".mark.active")) mark.classList.remove("active");
  for (const row of document.querySelectorAll("tr.active")) row.classList.remove("active");
  if (state.open === null) return;
  for (const mark of document.querySelectorAll(`.mark[data-claims~="${state.open}"]`)) mark.classList.add("active");
  const row = document.querySelector(`tr[data-claim="${state.open}"]`);
  if (row) row.classList.add("active");
}

// Show a claim at its place in the article, whichever link led to it.
function openClaim(number) {
  const claim = claims[number];
  const from = document.activeElement;
  const inText = from && from.classList.contains("mark");
  state.open = number;
  if (state.article !== claim.article) {
    state.article = claim.article;
    redraw("article");
  }
  drawPart("article");
  fillCard(document.getElementById("card"), number);
  showActive();
  const mark = document.querySelector(`.mark[data-claims~="${number}"]`);
  returnTo = inText ? from : mark;
  if (!inText && mark) mark.scrollIntoView({ block: "center" });
  document.getElementById("card").scrollTop = 0;
  document.getElementById("card-title").focus({ preventScroll: true });
}

function closeCard(focus = false) {
  const holder = document.getElementById("card");
  if (!holder || state.open === null) return;
  state.open = null;
  holder.classList.remove("open");
  holder.replaceChildren(el("p", { class: "card-empty" }, "Choose an underlined passage to see its evidence."));
  showActive();
  history.replaceState(null, "", location.pathname + location.search);
  if (focus && returnTo && returnTo.isConnected) returnTo.focus({ preventScroll: true });
}

function followHash() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (place.has(key)) openClaim(place.get(key));
}

addEventListener("hashchange", followHash);
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#claim-"]');
  // a second click on the open claim changes no hash, and is to show it all the same
  if (link && link.getAttribute("href") === location.hash) followHash();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.open !== null) closeCard(true);
});
