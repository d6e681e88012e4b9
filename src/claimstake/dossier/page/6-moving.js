// Moving about in the graph: by pointer, wheel, buttons and keys.

function setView() {
  drawing.root.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
}

function fit() {
  const nodes = shownNodes();
  if (!nodes.length) return;
  const left = Math.min(...nodes.map((node) => node.x));
  const right = Math.max(...nodes.map((node) => node.x)) + BOX + BOW;
  const top = Math.min(...nodes.map((node) => node.y)) - 30;
  const bottom = Math.max(...nodes.map((node) => node.y + node.height));
  const box = drawing.root.getBoundingClientRect();
  const narrow = box.width && box.width < 640;
  Object.assign(view, { x: left - 12, y: top - 6, width: right - left + 24, height: bottom - top + 18 });
  // On a narrow screen all of it would be too small to read: begin with as much as can be read.
  if (narrow) {
    const scale = box.width / 430;
    Object.assign(view, { width: box.width / scale, height: box.height / scale });
  }
  setView();
}

function zoom(factor, centre) {
  const [cx, cy] = centre || [view.x + view.width / 2, view.y + view.height / 2];
  const width = Math.min(Math.max(view.width * factor, 180), 12000);
  const by = width / view.width;
  Object.assign(view, { x: cx - (cx - view.x) * by, y: cy - (cy - view.y) * by, width, height: view.height * by });
  setView();
}

function pointIn(root, event) {
  const matrix = root.getScreenCTM();
  return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : new DOMPoint(0, 0);
}

function makeMovable(root) {
  let held = null;
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const shape = event.target.closest(".node");
    const node = shape ? drawing.nodes.find((one) => one.shape === shape) : null;
    held = { node, at: pointIn(root, event), moved: false, x: event.clientX, y: event.clientY };
  });
  root.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 4) return;
    if (!held.moved) root.setPointerCapture(event.pointerId);
    held.moved = true;
    root.classList.add("dragging");
    const at = pointIn(root, event);
    const [dx, dy] = [at.x - held.at.x, at.y - held.at.y];
    if (held.node) {
      held.node.x += dx;
      held.node.y += dy;
      held.at = at;
      placeNode(held.node);
      held.node.edges.forEach(placeEdge);
    } else {
      view.x -= dx;
      view.y -= dy;
      setView();
    }
  });
  const release = () => {
    if (held && held.node && !held.moved) choose(held.node);
    held = null;
    root.classList.remove("dragging");
  };
  root.addEventListener("pointerup", release);
  root.addEventListener("pointercancel", () => {
    held = null;
  });
  root.addEventListener("wheel", (event) => {
    // a wheel without a key scrolls the page, as everywhere else on it
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = pointIn(root, event);
    zoom(event.deltaY < 0 ? 0.88 : 1.14, [at.x, at.y]);
  }, { passive: false });
}

function choose(node) {
  chooseThing(state.thing === node.key ? null : node.key);
  focusNode(node);
}

function focusNode(node) {
  for (const one of drawing.nodes) one.shape.setAttribute("tabindex", one === node ? 0 : -1);
  node.shape.focus({ preventScroll: true });
  const [right, bottom] = [view.x + view.width, view.y + view.height];
  if (node.x < view.x || node.x + BOX > right) view.x = node.x + BOX / 2 - view.width / 2;
  if (node.y < view.y || node.y + node.height > bottom) view.y = node.y + node.height / 2 - view.height / 2;
  setView();
}

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

// The nearest thing in the direction of an arrow key; what lies askew counts as further away.
function neighbour(node, [dx, dy]) {
  let best = null;
  for (const other of shownNodes()) {
    const ahead = (other.x - node.x) * dx + (other.y - node.y) * dy;
    const aside = Math.abs((other.x - node.x) * dy) + Math.abs((other.y - node.y) * dx);
    if (other === node || ahead <= 0 || (dy && aside > BOX / 2)) continue;
    const distance = ahead + aside * 2;
    if (!best || distance < best.distance) best = { other, distance };
  }
  return best && best.other;
}

function nodeKey(event, node) {
  if (STEPS[event.key]) {
    event.preventDefault();
    const next = neighbour(node, STEPS[event.key]);
    if (next) focusNode(next);
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose(node);
  } else if (event.key === "+" || event.key === "=") zoom(0.8);
  else if (event.key === "-") zoom(1.25);
  else if (event.key === "0") fit();
}
