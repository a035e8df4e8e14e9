// Every word in the charts of this page that is too faint on what lies behind it: its figure, its text, its contrast, what it needs.
() => {
  const colour = (text, opacity = 1) => {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha * opacity];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const painted = (node) => {
    let opacity = Number(getComputedStyle(node).fillOpacity);
    for (let at = node; at && at.localName !== "svg"; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    const fill = getComputedStyle(node).fill;
    return fill === "none" || fill === "transparent" ? [0, 0, 0, 0] : colour(fill, opacity);
  };
  const page = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const background = colour(getComputedStyle(at).backgroundColor);
      if (background[3] === 1) return background;
    }
    return [255, 255, 255, 1];
  };
  const faint = [];
  for (const svg of document.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks")) {
    const marks = [...svg.querySelectorAll("g.role-mark > path")].map((mark) => [mark, painted(mark), mark.getScreenCTM().inverse()]);
    for (const text of svg.querySelectorAll("text")) {
      const fill = painted(text);
      if (!text.textContent.trim() || fill[3] === 0) continue;
      const box = text.getBoundingClientRect();
      const centre = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
      const behind = marks
        .filter(([mark, , inverse]) => mark.compareDocumentPosition(text) & 4 && mark.isPointInFill(centre.matrixTransform(inverse)))
        .reduce((below, [, shade]) => over(shade, below), page(svg.parentElement));
      const style = getComputedStyle(text);
      const size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      const found = contrast(over(fill, behind), behind);
      if (found < needed) {
        const figure = svg.closest("[data-testid=stVegaLiteChart]").getAttribute("aria-label");
        faint.push(`${figure} “${text.textContent}”: contrast ${found.toFixed(2)}, needs ${needed}`);
      }
    }
  }
  return faint;
}
