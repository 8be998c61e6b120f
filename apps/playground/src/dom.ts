type Child = Node | string | false | undefined;

interface Props {
  class?: string;
  id?: string;
  text?: string;
  attributes?: Readonly<Record<string, string>>;
  on?: Readonly<Record<string, (event: Event) => void>>;
}

/** An element with its attributes, listeners and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { class: className, id, text, attributes = {}, on = {} }: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (id !== undefined) made.id = id;
  if (text !== undefined) made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  for (const child of children) if (child !== undefined && child !== false) made.append(child);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 by 20; decoration only. */
export function icon(path: string): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.setAttribute('class', 'icon');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

/** Drawings of the product. */
export const ICONS = {
  note: 'M5 3.5h6.5L15 7v9.5H5zM11.5 3.5V7H15M7.5 10.5h5M7.5 13.5h5',
  team: 'M4.8 7a2.7 2.7 0 105.4 0a2.7 2.7 0 10-5.4 0M2.8 16c.3-2.9 2-4.5 4.7-4.5s4.4 1.6 4.7 4.5M13 4.6a2.7 2.7 0 010 4.8M14.4 11.8c1.7.6 2.6 2 2.8 4.2',
  folder:
    'M3 6a1.5 1.5 0 011.5-1.5h3.6l1.8 2h5.6A1.5 1.5 0 0117 8v6.5a1.5 1.5 0 01-1.5 1.5h-11A1.5 1.5 0 013 14.5z',
  settings:
    'M3.5 7h6M14 7h2.5M3.5 13H6M10.5 13h6M9.5 7a2.2 2.2 0 104.4 0a2.2 2.2 0 10-4.4 0M6 13a2.2 2.2 0 104.4 0a2.2 2.2 0 10-4.4 0',
  search: 'M4 8.8a4.8 4.8 0 109.6 0a4.8 4.8 0 10-9.6 0M12.4 12.4L16.5 16.5',
  plus: 'M10 4.5v11M4.5 10h11',
  back: 'M12 5l-5 5 5 5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  calendar:
    'M5.5 4.5h9a2 2 0 012 2v8a2 2 0 01-2 2h-9a2 2 0 01-2-2v-8a2 2 0 012-2M3.5 8.5h13M7 2.8v3M13 2.8v3',
} as const;
