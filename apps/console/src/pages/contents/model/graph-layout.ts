/** A box and the middle of a curve, in CSS pixels from the upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Which boxes there are by number, and how they are connected. Without the ways that lead `back` there is no circle. */
export interface DrawnGraph {
  count: number;
  ways: readonly { from: number; to: number; back: boolean }[];
  /** Boxes that stand in the last row. */
  last: ReadonlySet<number>;
}

/** Where everything stands. */
export interface GraphLayout {
  width: number;
  height: number;
  /** The upper left corner of each box. */
  boxes: readonly Point[];
  /** The curve of each way as an SVG path, and where words about it go. */
  curves: readonly { d: string; words: Point }[];
}

/** Measures of a drawing in CSS pixels. */
export const BOX = { width: 148, height: 60 } as const;
const GAP = { across: 20, down: 56 } as const;
/** What a way that passes a row takes there. */
const LANE = 16;
/** Room beside everything for ways that lead back. */
const MARGIN = 36;
/** The end of an arrow, which is drawn beyond its line. */
const ARROW = 5;

/** What stands in a row: a box, or a way that passes. */
interface Cell {
  row: number;
  width: number;
  /** Where it stands among those of its row that have nothing between them: boxes by number, ways by where they lead. */
  order: number;
  above: Cell[];
  /** Its middle. */
  x: number;
}

/**
 * Draws a graph in rows from the top: each box as far down as its longest way needs, each way through lanes of its own past the boxes
 * between, boxes under what leads to them.
 */
export function layoutOf({ count, ways, last }: DrawnGraph): GraphLayout {
  const rows = rowsOf({ count, ways, last });
  const boxes = rows.map((row, order): Cell => ({ row, order, width: BOX.width, above: [], x: 0 }));
  const lanes: Cell[] = [];
  const chains = ways.map(({ from, to, back }): Cell[] => {
    const [start, end] = [boxes[from], boxes[to]];
    if (!start || !end || back) return [];
    const chain = [start];
    for (let row = start.row + 1; row < end.row; row++) {
      const lane: Cell = { row, order: to, width: LANE, above: chain.slice(-1), x: 0 };
      lanes.push(lane);
      chain.push(lane);
    }
    end.above.push(...chain.slice(-1));
    return [...chain, end];
  });
  const cells = [...boxes, ...lanes];
  for (let row = 0; row <= Math.max(0, ...rows); row++) placeRow(cells.filter((cell) => cell.row === row));
  const left = Math.min(0, ...cells.map(({ x, width }) => x - width / 2));
  for (const cell of cells) cell.x -= left;
  const right = Math.max(0, ...cells.map(({ x, width }) => x + width / 2));
  const width = right + (ways.some(({ back }) => back) ? MARGIN : 0);
  return {
    width,
    height: Math.max(0, ...rows) * (BOX.height + GAP.down) + BOX.height,
    boxes: boxes.map((cell) => ({ x: cell.x - BOX.width / 2, y: topOf(cell) })),
    curves: chains.map((chain, way) => {
      const [from, to] = [boxes[ways[way]?.from ?? 0], boxes[ways[way]?.to ?? 0]];
      return chain.length > 0 || !from || !to ? curveThrough(chain) : curveBack(from, to, width);
    }),
  };
}

/** In which row each box stands: under everything that leads to it. */
function rowsOf({ count, ways, last }: DrawnGraph): number[] {
  const known: number[] = [];
  const rowOf = (box: number): number =>
    (known[box] ??= Math.max(
      0,
      ...ways.flatMap(({ from, to, back }) => (to === box && !back ? [rowOf(from) + 1] : [])),
    ));
  const rows = Array.from({ length: count }, (_, box) => rowOf(box));
  const lowest = Math.max(0, ...rows);
  return rows.map((row, box) => (last.has(box) ? lowest : row));
}

/** Puts what stands in a row under what leads to it, as near as the others allow. */
function placeRow(row: readonly Cell[]): void {
  const wanted = (cell: Cell) =>
    cell.above.reduce((sum, { x }) => sum + x, 0) / Math.max(1, cell.above.length);
  const inOrder = row.toSorted((a, b) => wanted(a) - wanted(b) || a.order - b.order);
  let edge = -Infinity;
  for (const cell of inOrder) {
    cell.x = Math.max(wanted(cell), edge + cell.width / 2);
    edge = cell.x + cell.width / 2 + GAP.across;
  }
  const aside = inOrder.reduce((sum, cell) => sum + wanted(cell) - cell.x, 0) / Math.max(1, row.length);
  for (const cell of inOrder) cell.x += aside;
}

const topOf = ({ row }: Cell): number => row * (BOX.height + GAP.down);

/** Down from box to box, straight through the lanes between. */
function curveThrough(chain: readonly Cell[]): { d: string; words: Point } {
  const parts = chain.slice(1).map((cell, at) => {
    const above = chain[at] ?? cell;
    const [start, end] = [topOf(above) + BOX.height, topOf(cell)];
    const isLast = at === chain.length - 2;
    const middle = (start + end) / 2;
    return {
      d: `M${above.x} ${start}C${above.x} ${middle} ${cell.x} ${middle} ${cell.x} ${isLast ? end - ARROW : end}${isLast ? '' : `v${BOX.height}`}`,
      // nearer to where it leads than to where all ways of a box begin
      words: { x: above.x + (cell.x - above.x) * 0.65, y: start + (end - start) * 0.58 },
    };
  });
  return { d: parts.map(({ d }) => d).join(''), words: parts[0]?.words ?? { x: 0, y: 0 } };
}

/** Up again, around the right of everything. */
function curveBack(from: Cell, to: Cell, width: number): { d: string; words: Point } {
  const [start, end] = [topOf(from) + BOX.height * 0.7, topOf(to) + BOX.height * 0.3];
  const side = ({ x }: Cell) => x + BOX.width / 2;
  return {
    d: `M${side(from)} ${start}C${width} ${start} ${width} ${end} ${side(to) + ARROW} ${end}`,
    words: { x: side(from) + MARGIN / 2, y: (start + end) / 2 },
  };
}
