import type { PublishedContent } from '@banso/contract';
import type { PreviewResponse } from '@banso/contract/preview';
import type { SurveySurface } from '../controller.ts';
import { setController } from '../elements/current-controller.ts';
import '../elements/banso-preview-bar.define.ts';
import { StandIn } from '../stand-in-controller.ts';
import type { StandInOptions } from '../stand-in-controller.ts';
import { painted } from '../surfaces/painted.ts';
import { mountSurvey } from '../surfaces/survey.ts';
import { watchInlineElements } from './inline-elements.ts';
import type { Link } from './link.ts';
import { createSurfaces } from './surfaces.ts';
import { canRender } from './trusted-types.ts';

/** A draft in the customer's page. */
export interface PreviewStage {
  /** Opens the panel, as the page's own button would. */
  open(target?: string): Promise<boolean>;
  close(): void;
  destroy(): void;
}

/**
 * Shows a draft where it would come in this page, at once, and over the page what it is.
 * @param end - The person wants the page as it is.
 * @returns undefined where the page lets us draw nothing.
 */
export async function showPreview(
  link: Link,
  { name, theme, ...found }: PreviewResponse,
  end: () => void,
): Promise<PreviewStage | undefined> {
  if (!canRender()) return undefined;
  // The contract leaves open what it looks like inside.
  const content = found.content as unknown as PublishedContent;
  const options: StandInOptions = {
    contents: [content],
    locale: link.locale(),
    theme,
    pageUrl: link.page().url,
  };
  const gone = new AbortController();
  const controller = new StandIn(options);
  const quietly = (work: () => unknown): void =>
    void (async () => work())().catch((error: unknown) => link.warn(String(error)));
  const surfaces = createSurfaces(controller, () => true, quietly);
  let alone: SurveySurface | undefined;

  async function show(): Promise<void> {
    const { kind, id } = content;
    if (kind === 'survey') {
      if (content.questions[0]?.type !== 'nps')
        await (await import('../elements/survey-flow.ts')).fetchFields(content);
      alone = mountSurvey(controller, id);
    } else if (kind === 'announcement' && content.mode !== 'badge') {
      const { mountAnnouncement } = await import('../surfaces/announcement.ts');
      alone = mountAnnouncement(controller, id, content.mode);
    } else {
      controller.change({ launcher: true });
      surfaces.offer(true);
      await surfaces.open(kind === 'announcement' ? undefined : id);
    }
  }

  function clear(): void {
    alone?.destroy();
    surfaces.clear();
  }

  setController(controller);
  watchInlineElements(() => true, quietly, gone.signal);
  await show();
  await painted(); // a banner looks whether anything lies where it comes
  const bar = document.createElement('banso-preview-bar');
  Object.assign(bar, { controller, name });
  bar.setAttribute('side', theme.side ?? '');
  bar.toggleAttribute('low', content.kind === 'announcement' && content.mode === 'banner');
  bar.addEventListener('banso-again', () => {
    clear();
    controller.reset(options);
    quietly(show);
  });
  bar.addEventListener('banso-close', end);
  document.body.append(bar);

  return {
    open: surfaces.open,
    close: surfaces.close,
    destroy() {
      gone.abort();
      clear();
      bar.remove();
      setController(undefined);
    },
  };
}
