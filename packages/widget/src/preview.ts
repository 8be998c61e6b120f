import './elements/banso-announcement.define.ts';
import './elements/banso-checklist.define.ts';
import './elements/banso-launcher.define.ts';
import './elements/banso-panel.define.ts';
import './elements/banso-resources.define.ts';
import './elements/banso-survey.define.ts';
import type { PublishedContent, widgetApi } from '@banso/contract';
import { StandIn } from './stand-in-controller.ts';
import type { StandInOptions } from './stand-in-controller.ts';

/** What a preview shows. */
export interface PreviewOptions {
  content: PublishedContent;
  /** Language of the widget's own texts; the content brings its own. */
  locale: string;
  theme?: widgetApi.Theme;
  /** Light or dark whatever the theme says; absent: the theme, else the surroundings. */
  scheme?: 'light' | 'dark';
  /** How far a checklist is; absent: nothing is done. */
  progress?: widgetApi.Progress;
  /**
   * `launcher`: the button that stands for it. `panel`: inside the panel. `popover`, `banner` and `inline`: the element alone. By default a survey is a popover, an
   * announcement what its mode says, a badge thus in the panel's home, and everything else is in the panel.
   */
  surface?: 'panel' | 'popover' | 'banner' | 'inline' | 'launcher';
}

/** A preview in the page. */
export interface Preview {
  /** Shows other content, language or look. What was chosen in the preview so far stays where the content is the same. */
  update(options: PreviewOptions): void;
  /** Takes it out of the host element. */
  destroy(): void;
}

/**
 * Draws the real elements inside `host`, in its flow, with a stand-in for the runtime: nothing leaves the page, every fact
 * "arrives". For the console's editors.
 */
export function mountPreview(host: HTMLElement, options: PreviewOptions): Preview {
  const controller = new StandIn(standInOptions(options));
  let shape = shapeOf(options);
  let element = draw(options, controller);
  host.append(element);

  return {
    update(next) {
      const nextShape = shapeOf(next);
      controller.reset(standInOptions(next));
      if (nextShape !== shape) {
        const fresh = draw(next, controller);
        element.replaceWith(fresh);
        element = fresh;
        shape = nextShape;
      }
      dress(element, next);
    },
    destroy() {
      element.remove();
    },
  };
}

/** Two options of the same shape are drawn by the same element, which keeps what was chosen in it. */
function shapeOf({ content, surface }: PreviewOptions): string {
  return `${content.kind} ${content.id} ${surfaceOf(content, surface)}`;
}

function surfaceOf(content: PublishedContent, surface: PreviewOptions['surface']) {
  if (surface) return surface;
  if (content.kind === 'announcement' && content.mode !== 'badge') return content.mode;
  return content.kind === 'survey' ? 'popover' : 'panel';
}

function standInOptions({ content, locale, theme, progress }: PreviewOptions): StandInOptions {
  return {
    contents: [content],
    locale,
    ...(theme ? { theme } : {}),
    ...(progress ? { progress: { [content.id]: progress } } : {}),
  };
}

function draw(options: PreviewOptions, controller: StandIn): HTMLElement {
  const element = elementFor(options);
  element.controller = controller;
  dress(element, options);
  return element;
}

function elementFor({ content, surface }: PreviewOptions) {
  const at = surfaceOf(content, surface);
  if (at === 'panel') {
    const isWaiting = content.kind === 'announcement' && content.mode === 'badge';
    return Object.assign(document.createElement('banso-panel'), { start: isWaiting ? '' : content.id });
  }
  if (at === 'launcher') return document.createElement('banso-launcher');
  switch (content.kind) {
    case 'checklist':
      return Object.assign(document.createElement('banso-checklist'), { content: content.id });
    case 'survey':
      return Object.assign(document.createElement('banso-survey'), { content: content.id });
    case 'resource':
      return Object.assign(document.createElement('banso-resources'), { reading: content.id });
    case 'announcement':
      return Object.assign(document.createElement('banso-announcement'), {
        content: content.id,
        surface: at,
      });
    default:
      return content satisfies never;
  }
}

function dress(element: HTMLElement, { scheme }: PreviewOptions): void {
  if (scheme) element.setAttribute('theme', scheme);
  else element.removeAttribute('theme');
}
