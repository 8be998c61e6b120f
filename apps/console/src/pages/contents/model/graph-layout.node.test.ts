import { expect, test } from 'vitest';
import { BOX, type DrawnGraph, layoutOf } from './graph-layout.ts';

const way = (from: number, to: number, back = false) => ({ from, to, back });
const drawn = (count: number, ...ways: DrawnGraph['ways']) =>
  layoutOf({ count, ways, last: new Set([count - 1]) });

test('boxes never touch each other, and everything is inside', () => {
  const { boxes, width, height } = drawn(
    8,
    way(0, 1),
    way(0, 2),
    way(0, 3),
    way(1, 4),
    way(2, 4),
    way(3, 5),
    way(4, 6),
    way(5, 7),
    way(6, 7),
    way(0, 7),
    way(6, 0, true),
  );
  for (const [at, { x, y }] of boxes.entries()) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + BOX.width).toBeLessThanOrEqual(width);
    expect(y + BOX.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(at + 1))
      expect(other.y !== y || Math.abs(other.x - x) >= BOX.width, `${at}`).toBe(true);
  }
});

test('each box stands below everything that leads to it, the last ones in the last row', () => {
  const { boxes, height } = drawn(5, way(0, 1), way(0, 2), way(1, 2), way(2, 4), way(0, 4));
  expect(boxes[1]!.y).toBeGreaterThan(boxes[0]!.y);
  expect(boxes[2]!.y).toBeGreaterThan(boxes[1]!.y);
  expect(boxes[3]!.y).toBe(0);
  expect(boxes[4]!.y + BOX.height).toBe(height);
});

test('a way past other rows runs beside the boxes in them', () => {
  const { boxes, curves } = drawn(3, way(0, 1), way(1, 2), way(0, 2));
  const [, lane] = /([\d.-]+) [\d.-]+v/.exec(curves[2]!.d) ?? [];
  const { x } = boxes[1]!;
  expect(Number(lane) < x || Number(lane) > x + BOX.width).toBe(true);
});
