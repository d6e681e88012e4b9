// The graph: things in lanes, curves for what claims say of them. Positions come with the data.

const BOX = 190;
const BOW = 58;
const view = { x: 0, y: 0, width: 100, height: 100, full: null };
const hiddenGroups = new Set(["other things"]);
let drawing = null;

function graphData() {
  if (state.scope !== null) return data.articles[state.scope].graph;
  return severalArticles() ? data.graph : data.articles[0].graph;
}

function makeDrawing() {
  const graph = graphData();
  const nodes = graph.nodes.map(([key, x, y, height, lines, group]) => ({ key, x, y, height, lines, group, edges: [] }));
  const edges = graph.edges.map(([source, target, label, mood, numbers]) => ({ source, target, label, mood, numbers }));
  for (const edge of edges) {
    nodes[edge.source].edges.push(edge);
    if (edge.target !== edge.source) nodes[edge.target].edges.push(edge);
  }
  return { graph, nodes, edges };
}

function curve(from, to) {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  if (Math.abs(from.x - to.x) < BOX / 2) {
    const x = Math.max(from.x, to.x) + BOX;
    return `M${from.x + BOX} ${y1}C${x + BOW} ${y1} ${x + BOW} ${y2} ${to.x + BOX} ${y2}`;
  }
  const [x1, x2] = from.x < to.x ? [from.x + BOX, to.x] : [from.x, to.x + BOX];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function placeEdge(edge) {
  edge.line.setAttribute("d", curve(drawing.nodes[edge.source], drawing.nodes[edge.target]));
}

function placeNode(node) {
  node.shape.setAttribute("transform", `translate(${node.x} ${node.y})`);
}

function nodeShape(node, number) {
  const count = new Set(node.edges.flatMap((edge) => edge.numbers)).size;
  const about = data.things[node.key] || { classes: [] };
  const label = `${shorten(thingLabel(node.key), 160)}, ${about.classes.join(", ")}, ${plural(count, "claim")}`;
  const shape = svg(
    "g",
    { class: "node", role: "button", tabindex: number === 0 ? 0 : -1, "aria-label": label, "aria-pressed": "false", "data-group": node.group, "data-key": node.key },
    svg("title", {}, label),
    svg("rect", { width: BOX, height: node.height, rx: 3 }),
    node.lines.map((line, i) => svg("text", { x: 9, y: 18 + i * 15 }, `${line} `)),
  );
  shape.addEventListener("keydown", (event) => nodeKey(event, node));
  shape.addEventListener("pointerenter", () => emphasise(node));
  shape.addEventListener("pointerleave", () => emphasise(null));
  return shape;
}

function shownNodes() {
  return drawing.nodes.filter((node) => !hiddenGroups.has(node.group));
}

function drawGraph(body) {
  drawing = makeDrawing();
  const edges = svg("g", {});
  const nodes = svg("g", {});
  for (const edge of drawing.edges) {
    edge.line = svg("path", { class: "edge", "data-mood": edge.mood, "marker-end": "url(#arrow)" });
    placeEdge(edge);
    edges.append(edge.line);
  }
  drawing.nodes.forEach((node, number) => {
    node.shape = nodeShape(node, number);
    placeNode(node);
    nodes.append(node.shape);
  });
  const headings = drawing.graph.headings.map(([name, x]) => svg("text", { class: "heading", x, y: 26, "data-group": name }, name));
  const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { class: "arrow", d: "M0 0 8 4 0 8z" }));
  drawing.root = svg("svg", { role: "group", "aria-label": "Graph of things and relations. Arrow keys move between things, Enter chooses one, plus and minus zoom." }, svg("defs", {}, arrow), headings, edges, nodes);
  drawing.headings = headings;
  fill(body, [graphTools(), el("div", { class: "canvas" }, drawing.root), graphNote(), el("div", { class: "chosen-thing", id: "chosen" }), relationList()]);
  makeMovable(drawing.root);
  showGroups();
  showChosen();
}

function graphNote() {
  const { graph } = drawing;
  const hidden = graph.all - graph.nodes.length;
  const more = hidden > 0 ? ` The ${graph.nodes.length} things with most relations of ${graph.all.toLocaleString("en")} are drawn; choose one article to see all of its own.` : "";
  return el("p", { class: "quiet small" }, `Solid lines are stated as certain, dashed ones hedged, red dotted ones denied. Drag to move, use the buttons or Ctrl and the wheel to zoom.${more}`);
}

function graphTools() {
  const groups = [...new Set(drawing.nodes.map((node) => node.group))];
  const box = (group) => {
    const input = el("input", { type: "checkbox", "data-toggle": group, onchange: (event) => { event.target.checked ? hiddenGroups.delete(group) : hiddenGroups.add(group); showGroups(); } });
    input.checked = !hiddenGroups.has(group);
    const count = drawing.nodes.filter((node) => node.group === group).length;
    return el("label", {}, input, el("span", { class: "swatch", "data-group": group }), `${group} (${count})`);
  };
  const tool = (label, sign, act) => el("button", { type: "button", class: "button", "aria-label": label, title: label, onclick: act }, sign);
  return el("div", { class: "graph-tools" }, groups.map(box), el("div", { class: "buttons" }, tool("Zoom in", "+", () => zoom(0.8)), tool("Zoom out", "−", () => zoom(1.25)), tool("Fit all into view", "Fit", fit)));
}

function showGroups() {
  const hidden = (number) => hiddenGroups.has(drawing.nodes[number].group);
  for (const node of drawing.nodes) node.shape.toggleAttribute("hidden", hiddenGroups.has(node.group));
  for (const edge of drawing.edges) edge.line.toggleAttribute("hidden", hidden(edge.source) || hidden(edge.target));
  const top = Math.min(...shownNodes().map((node) => node.y));
  for (const heading of drawing.headings) {
    heading.toggleAttribute("hidden", hiddenGroups.has(heading.dataset.group));
    heading.setAttribute("y", Number.isFinite(top) ? top - 18 : 26);
  }
  const first = shownNodes()[0];
  for (const node of drawing.nodes) node.shape.setAttribute("tabindex", node === first ? 0 : -1);
  fit();
}

// Choosing a thing fades what it is not tied to, lists its relations and filters the table of claims.
function chooseThing(key) {
  const anchor = document.getElementById("graph");
  const before = anchor.getBoundingClientRect().top;
  state.thing = key;
  table.shown = ROWS;
  drawPart("graph");
  showChosen();
  drawPart("claims");
  drawRows();
  // the table stands above the graph and now has fewer rows: what was in view stays where it was
  const after = anchor.getBoundingClientRect().top;
  if (before < innerHeight) scrollBy({ top: after - before, behavior: "instant" });
  if (key) say(`${thingLabel(key)} chosen; the table of claims shows ${document.getElementById("found").textContent}.`);
}

function emphasise(node) {
  const chosen = node || drawing.nodes.find((one) => one.key === state.thing && !hiddenGroups.has(one.group));
  drawing.root.classList.toggle("focused", Boolean(chosen));
  for (const edge of drawing.edges) edge.line.classList.toggle("near", Boolean(chosen) && chosen.edges.includes(edge));
  const near = new Set(chosen ? [chosen, ...chosen.edges.flatMap((edge) => [drawing.nodes[edge.source], drawing.nodes[edge.target]])] : []);
  for (const one of drawing.nodes) one.shape.classList.toggle("near", near.has(one));
}

function relationLine(edge) {
  const [source, target] = [drawing.nodes[edge.source].key, drawing.nodes[edge.target].key];
  const mood = edge.mood === "stated" ? "" : ` (${edge.mood})`;
  return el("li", {}, el("b", {}, shorten(thingLabel(source), 160)), ` ${edge.label} `, el("b", {}, shorten(thingLabel(target), 160)), el("span", { class: edge.mood === "denied" ? "stance-against" : "stance-hedged" }, mood), edge.numbers.length ? [" ", claimLinks(edge.numbers)] : "");
}

function showChosen() {
  const holder = document.getElementById("chosen");
  if (!holder) return;
  const node = drawing.nodes.find((one) => one.key === state.thing);
  for (const one of drawing.nodes) {
    one.shape.classList.toggle("chosen", one === node);
    one.shape.setAttribute("aria-pressed", String(one === node));
  }
  if (node && hiddenGroups.has(node.group)) {
    hiddenGroups.delete(node.group);
    document.querySelector(`[data-toggle="${CSS.escape(node.group)}"]`).checked = true;
    showGroups();
  }
  emphasise(null);
  holder.replaceChildren();
  if (!state.thing) return;
  const about = data.things[state.thing] || { classes: [], label: state.thing };
  const count = inScope().filter((claim) => (claim.things || []).includes(state.thing)).length;
  fill(holder, [
    el("h3", {}, shorten(about.label, 300), el("span", { class: "quiet" }, ` ${[...about.classes, about.kind ? term(about.kind) : ""].filter(Boolean).join(", ")}`)),
    node ? el("ul", {}, node.edges.map(relationLine)) : "",
    el("p", {}, el("a", { href: "#claims" }, `The table of claims now shows the ${plural(count, "claim")} about it`), " · ", el("button", { type: "button", class: "button", onclick: () => chooseThing(null) }, "Choose nothing")),
  ]);
}

function relationList() {
  const list = el("ul", { class: "relations" });
  const details = el("details", {}, el("summary", {}, el("span", { class: "question" }, "The graph as a list"), el("span", { class: "count" }, plural(drawing.edges.length, "relation"))), el("div", { class: "answer" }, list));
  const edges = drawing.edges;
  details.addEventListener("toggle", () => {
    if (!list.childElementCount) fill(list, edges.map(relationLine));
  });
  return details;
}
definePart("graph", drawGraph);
