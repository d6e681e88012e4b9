// The article, with the passages that make claims marked.

function claimsOfArticle(article) {
  return claims.flatMap((claim, number) => (claim.article === article ? [number] : []));
}

// Cut a stretch of text where claims begin and end; each piece knows the claims it belongs to, shortest first.
function pieces(start, end, numbers) {
  const inside = numbers.filter((n) => claims[n].start < end && claims[n].end > start);
  const cuts = new Set([start, end]);
  for (const n of inside) {
    cuts.add(Math.max(start, claims[n].start));
    cuts.add(Math.min(end, claims[n].end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, i) => ({
    from: places[i],
    to,
    numbers: inside
      .filter((n) => claims[n].start <= places[i] && claims[n].end >= to)
      .sort((a, b) => claims[a].end - claims[a].start - (claims[b].end - claims[b].start) || a - b),
  }));
}

function markClass(numbers) {
  const first = claims[numbers[0]];
  const tone = isAgainst(first) ? "against" : isHedged(first) ? "hedged" : "";
  return ["mark", tone, numbers.length > 1 ? "several" : ""].filter(Boolean).join(" ");
}

function markOf(piece, text) {
  if (!piece.numbers.length) return text;
  return el(
    "a",
    {
      class: markClass(piece.numbers),
      href: `#${claims[piece.numbers[0]].key}`,
      "data-claims": piece.numbers.join(" "),
      title: piece.numbers.map((n) => claims[n].id).join(", "),
    },
    text,
  );
}

function paragraphs(text) {
  const found = [];
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i === text.length || text[i] === "\n") {
      if (text.slice(start, i).join("").trim()) found.push([start, i]);
      start = i + 1;
    }
  }
  return found;
}

function sectionOf(start, end, numbers) {
  const inside = numbers.find((n) => claims[n].start < end && claims[n].end > start);
  return inside === undefined ? "" : claims[inside].section || "";
}

function isHeading(text, { start, end, section }) {
  const words = text.slice(start, end).join("").trim();
  return !section && words.split(/\s+/).length <= 5 && !/[.!?:]$/.test(words);
}

function drawText(body, article) {
  const text = charactersOf(article);
  const numbers = claimsOfArticle(article);
  const holder = el("div", { class: "article-text", lang: data.articles[article].language, dir: "auto" });
  const all = paragraphs(text).map(([start, end]) => ({ start, end, section: sectionOf(start, end, numbers) }));
  let section = "";
  all.forEach(({ start, end, section: here }, i) => {
    const before = all[i - 1];
    if (here && here !== section) {
      section = here;
      // most articles have headings of their own: a short line in front that claims nothing
      const own = [all[i - 2], before].findIndex((one) => one && isHeading(text, one));
      if (own >= 0) holder.children[holder.children.length - 2 + own].className = "own-heading";
      else if (here !== "headline") holder.append(el("h3", { class: "part-label" }, term(here)));
    }
    holder.append(
      el(
        "p",
        { class: here === "headline" && !i ? "part-headline" : "", dir: "auto" },
        pieces(start, end, numbers).map((piece) => markOf(piece, text.slice(piece.from, piece.to).join(""))),
      ),
    );
  });
  if (!text.length) {
    holder.append(el("p", {}, "The store does not hold the text of this article; these are the words of its claims."));
    holder.append(el("ul", {}, numbers.map((n) => el("li", {}, markOf({ numbers: [n] }, quoteOf(claims[n]))))));
  }
  body.append(holder);
}

function legend() {
  const entry = (name, words) => el("li", {}, el("span", { class: `mark ${name}` }, words));
  return el(
    "ul",
    { class: "legend", "aria-label": "How passages are marked" },
    entry("", "stated as certain"),
    entry("hedged", "hedged"),
    entry("against", "denied or doubted"),
    entry("several", "several claims"),
  );
}

function articleHead() {
  if (!severalArticles()) return null;
  const select = el(
    "select",
    {
      "aria-label": "Article to read",
      onchange: (event) => {
        state.article = Number(event.target.value);
        closeCard();
        redraw("article");
      },
    },
    data.articles.map((article, n) =>
      el("option", { value: n, selected: n === state.article }, shorten(article.title, 90)),
    ),
  );
  const article = data.articles[state.article];
  return el(
    "div",
    { class: "article-head" },
    el("div", {}, select),
    el("p", { class: "quiet small" }, [article.publisher, article.published].filter(Boolean).join(" · ")),
  );
}

function drawArticle(body) {
  const column = el("div", {});
  fill(column, [articleHead(), legend()]);
  drawText(column, state.article);
  body.append(el("div", { class: "reading" }, column, cardHolder()));
}

definePart("article", drawArticle);
