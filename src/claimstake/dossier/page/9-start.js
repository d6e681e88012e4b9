// Start: the head of the page, what it is about, and drawing each part before it comes into view.

// With more claims than this, parts are drawn when they come near; before, all at once.
const AT_ONCE = 1500;

function standfirst(summary) {
  const found = summary.statuses || {};
  const names = Object.keys(found);
  const verb = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const standing = summary.reviewed === summary.claims ? "all reviewed" : `${summary.reviewed.toLocaleString("en")} reviewed, ${plural(summary.candidates, "candidate")} that nobody has reviewed yet`;
  const parts = [
    el("b", {}, plural(summary.claims, "claim")),
    ` by ${plural(summary.speakers, "speaker")}, ${standing}. `,
    `${verb(summary.hedged, "is", "are")} hedged, ${summary.against.toLocaleString("en")} denied or doubted, ${verb(summary.unnamed, "rests", "rest")} on sources that are not named. `,
  ];
  if (!summary.estimates) return [...parts, "None speaks of an estimate of minerals in the ground."];
  const verified = found.verified || 0;
  const rest = names.filter((name) => name !== "verified").map((name) => `${found[name]} ${name}`);
  return [...parts, `Of ${plural(summary.estimates, "estimate")} of minerals in the ground, `, el("b", {}, verified ? `${verified} ${verified === 1 ? "is" : "are"} reported as verified` : "none is reported as verified"), rest.length ? `: ${rest.join(", ")}.` : "."];
}

function byline() {
  if (severalArticles() && state.scope === null) {
    const dates = data.articles.map((article) => article.issued).filter(Boolean).sort();
    const span = [...new Set([dates[0], dates[dates.length - 1]])].filter(Boolean).join(" to ");
    const undated = data.articles.length - dates.length;
    return [plural(data.articles.length, "article"), span ? `, ${span}` : "", undated ? ` (${undated.toLocaleString("en")} without a date)` : ""];
  }
  const article = data.articles[state.scope || 0];
  const link = article.url ? el("a", { href: article.url, rel: "noopener noreferrer" }, "source") : "";
  return [[article.publisher, article.dateline, article.published ? `published ${article.published}` : "", article.cites ? `cites ${article.cites.join(", ")}` : ""].filter(Boolean).join(" · "), link ? [" · ", link] : ""];
}

function drawMasthead() {
  const summary = state.scope === null && severalArticles() ? data.summary : data.articles[state.scope || 0].summary;
  fill(document.getElementById("standfirst"), [[]]).replaceChildren();
  document.getElementById("byline").replaceChildren();
  fill(document.getElementById("standfirst"), standfirst(summary));
  fill(document.getElementById("byline"), [byline()]);
  const shown = state.scope === null ? data.articles : [data.articles[state.scope]];
  const provenance = shown.length === 1 ? `Text ${(shown[0].digest || "").slice(0, 16) || "not held"} (SHA-256), read by ${(shown[0].readers || ["an unnamed reader"]).join(", ")}.` : `${plural(shown.length, "article")}; each card names the place of its words.`;
  document.getElementById("provenance").textContent = provenance;
}

function offerScope() {
  if (!severalArticles()) {
    state.scope = 0;
    return;
  }
  const select = document.getElementById("scope");
  fill(select, [el("option", { value: "" }, `All ${data.articles.length} articles`), data.articles.map((article, n) => el("option", { value: n }, shorten(article.title, 80)))]);
  document.getElementById("scope-label").hidden = false;
  select.addEventListener("change", () => {
    state.scope = select.value === "" ? null : Number(select.value);
    state.thing = null;
    table.filters = {};
    if (state.scope !== null) state.article = state.scope;
    closeCard();
    drawMasthead();
    redraw();
    say(`Showing ${select.selectedOptions[0].textContent}.`);
  });
}

function drawWhenNear() {
  if (claims.length <= AT_ONCE || !("IntersectionObserver" in window)) {
    for (const name of parts.keys()) drawPart(name);
    return;
  }
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) drawPart(entry.target.dataset.part);
  }, { rootMargin: "600px" });
  for (const part of parts.values()) observer.observe(part.body);
}

function followReading() {
  const links = new Map([...document.querySelectorAll(".bar nav a")].map((link) => [link.hash.slice(1), link]));
  const mark = () => {
    const line = innerHeight / 3;
    const here = [...document.querySelectorAll("main > section")].filter((section) => section.getBoundingClientRect().top <= line).pop();
    for (const [id, link] of links) {
      if (here && here.id === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }, { passive: true });
  mark();
}

// On paper nothing can be opened: short answers to main questions are, and the table has all its rows.
function preparePrint() {
  for (const name of parts.keys()) drawPart(name);
  for (const answer of data.answers) {
    if ((answer.tags || []).includes("main") && (answer.rows || []).length <= 40) openAnswer(answer.name);
  }
  table.shown = Math.max(table.shown, 5000);
  drawRows();
  fit();
}

offerScope();
drawMasthead();
drawWhenNear();
followReading();
followHash();
addEventListener("beforeprint", preparePrint);
