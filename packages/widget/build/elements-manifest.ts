import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ELEMENTS = `${ROOT}src/elements/`;
/** The one module of the package: it fetches the code of each element when one stands in the page. */
const MODULE = 'dist/runtime.js';

/** Something that an element has, as the custom elements manifest says it. */
export interface Feature {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
  kind?: string;
  privacy?: string;
  fieldName?: string;
  readonly?: boolean;
  parameters?: readonly { name: string; optional?: boolean; type?: { text: string } }[];
  return?: { type?: { text: string } };
  inheritedFrom?: unknown;
}
/** One element in the manifest. */
export interface ElementDeclaration {
  kind: string;
  name: string;
  tagName: string;
  description?: string;
  attributes: Feature[];
  members: Feature[];
  events: Feature[];
  cssParts: Feature[];
  cssProperties: Feature[];
}

interface Analysed {
  modules: { declarations: ElementDeclaration[] }[];
}

/** Names that are marked `@internal` in a source. */
const internalNames = (source: string): Set<string> =>
  new Set(
    [...source.matchAll(/\/\*\* @internal(?:(?!\*\/)[\s\S])*\*\/\s*(?:declare |get |readonly )?(\w+)/g)].map(
      ([, name = '']) => name,
    ),
  );

/** What the compiler knows of the events of an element: type by name, from its `.define.ts`. */
function eventTypes(tagName: string): Map<string, string> {
  const text = readFileSync(`${ELEMENTS}${tagName}.define.ts`, 'utf8');
  const block = /interface GlobalEventHandlersEventMap \{([\s\S]*?)\n {2}\}/.exec(text)?.[1] ?? '';
  return new Map([...block.matchAll(/'([\w-]+)': (.*);$/gm)].map(([, name = '', type = '']) => [name, type]));
}

/** All our elements: read by the manifest's own analyzer, less what is nobody's business but ours. */
export function describeElements(): ElementDeclaration[] {
  // Its command line would write into the package.json of wherever we are.
  const modules = readdirSync(ELEMENTS)
    .filter((name) => /^(banso-[\w.]+|reactive-element)\.ts$/.test(name) && !name.includes('.test.'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(`${ELEMENTS}${name}`, 'utf8');
      return ts.createSourceFile(`src/elements/${name}`, text, ts.ScriptTarget.ES2015, true);
    });
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const internal = internalNames(readFileSync(`${ELEMENTS}banso-element.ts`, 'utf8'));
  return (manifest as Analysed).modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map((element) => publicFace(element, internal))
    .toSorted((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** What the base class has for itself. */
const PLUMBING = new Set(['controller', 'delegatesFocus', 'renderRoot', 'hasUpdated', 'adoptedStyleSheets']);

function publicFace(element: ElementDeclaration, inherited: ReadonlySet<string>): ElementDeclaration {
  const { kind, name, tagName, description = '' } = element;
  const own = internalNames(readFileSync(`${ELEMENTS}${tagName}.ts`, 'utf8'));
  const isPublic = ({ name: feature, fieldName = feature, privacy = 'public' }: Feature) =>
    privacy === 'public' &&
    !feature.startsWith('#') &&
    !PLUMBING.has(feature) &&
    !own.has(fieldName) &&
    !inherited.has(fieldName);
  const types = eventTypes(tagName);
  const plain = (features: Feature[] = []) =>
    features.filter(isPublic).map(({ inheritedFrom: _from, privacy: _privacy, ...feature }) => feature);
  return {
    kind,
    name,
    tagName,
    description,
    attributes: plain(element.attributes),
    members: plain(element.members),
    events: plain(element.events).map((event) => ({
      ...event,
      type: { text: types.get(event.name) ?? 'CustomEvent' },
    })),
    cssParts: plain(element.cssParts),
    cssProperties: plain(element.cssProperties),
  };
}

/** The manifest, in the form that editors and documentation read. */
export const manifestOf = (elements: readonly ElementDeclaration[]): object => ({
  schemaVersion: '2.1.0',
  readme: 'README.md',
  modules: [
    {
      kind: 'javascript-module',
      path: MODULE,
      declarations: elements.map((element) => ({ ...element, customElement: true })),
      exports: elements.map(({ name, tagName }) => ({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name, module: MODULE },
      })),
    },
  ],
});

const commentOf = ({ description }: Feature, indent = ''): string =>
  description ? `${indent}/** ${description.replaceAll('\n', ' ')} */\n` : '';

/** A field or a method as an interface says it. */
function memberOf({ name, kind, type, readonly, parameters = [], return: returned }: Feature): string {
  if (kind !== 'method') return `${readonly ? 'readonly ' : ''}${name}: ${type?.text ?? 'unknown'}`;
  const takes = parameters.map(
    (one) => `${one.name}${one.optional ? '?' : ''}: ${one.type?.text ?? 'unknown'}`,
  );
  return `${name}(${takes.join(', ')}): ${returned?.type?.text ?? 'void'}`;
}

/** The same for the compiler: what `document.querySelector('banso-checklist')` finds, and the events. */
export function typesOf(elements: readonly ElementDeclaration[]): string {
  const interfaces = elements.map(({ name, description, members }) => {
    const fields = members.map((member) => `${commentOf(member, '  ')}  ${memberOf(member)};`);
    const comment = commentOf({ name, ...(description && { description }) });
    return `${comment}export interface ${name} extends HTMLElement {\n${fields.join('\n')}\n}\n`;
  });
  const tags = elements.map(({ name, tagName }) => `    '${tagName}': ${name};`);
  const events = new Map(
    elements.flatMap((element) => element.events.map(({ name, type }) => [name, type?.text] as const)),
  );
  const types = [...events].map(([name, type]) => `    '${name}': ${type};`);
  return `${interfaces.join('\n')}
declare global {
  interface HTMLElementTagNameMap {
${tags.join('\n')}
  }
  interface GlobalEventHandlersEventMap {
${types.join('\n')}
  }
}
`;
}
