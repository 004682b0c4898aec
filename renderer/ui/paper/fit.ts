/**
 * The last look before paper: the plan (shared/print/paginate.ts) promises that every cell holds its text; a cell that
 * does not is named and its type made smaller until it does, so nothing is ever cut.
 */

const STEP = 0.94;
const SMALLEST_PX = 3;

/** Cells that were too small, by name (`line column`), after their text was made to fit. At most 200 are named. */
export function fitCells(root: ParentNode): string[] {
  const overflows: string[] = [];
  for (const box of root.querySelectorAll<HTMLElement>('[data-cell]')) {
    const text = box.querySelector<HTMLElement>('.paper-text');
    if (!text || fits(box, text)) continue;
    overflows.push(box.dataset.cell ?? '');
    let size = Number.parseFloat(getComputedStyle(text).fontSize);
    while (size > SMALLEST_PX && !fits(box, text)) {
      size *= STEP;
      text.style.fontSize = `${size}px`;
    }
  }
  return overflows.slice(0, 200).map((name) => name.slice(0, 120));
}

/** Half a pixel of tolerance: layout rounds, paper does not show it. */
function fits(box: HTMLElement, text: HTMLElement): boolean {
  return (
    text.getBoundingClientRect().height <= box.getBoundingClientRect().height + 0.5 &&
    text.scrollWidth <= Math.ceil(box.clientWidth) + 1
  );
}
