import { contentTheme } from '@banso/domain/theme';
import { expect, onTestFinished, test } from 'vitest';
import '../elements/banso-checklist.define.ts';
import '../elements/banso-panel.define.ts';
import '../elements/banso-survey.define.ts';
import { StandIn } from '../stand-in-controller.ts';
import { aChecklist, aSurvey } from './testing/contents.ts';

const USUAL = { accent: '#2f6b57', radius: 16 };
const BRAND = { accent: '#aa3366', scheme: 'dark' as const };
const survey = aSurvey({ theme: contentTheme(BRAND, USUAL) });
const checklist = aChecklist();

function stage() {
  const controller = new StandIn({ contents: [survey, checklist], locale: 'en', theme: USUAL });
  const put = <T extends HTMLElement & { controller: StandIn | undefined }>(element: T): T => {
    document.body.append(element);
    onTestFinished(() => element.remove());
    return element;
  };
  const look = (element: Element) => {
    const base = element.shadowRoot!.querySelector<HTMLElement>('[part~=base]')!;
    return {
      accent: base.style.getPropertyValue('--theme-accent'),
      radius: base.style.getPropertyValue('--theme-radius'),
      scheme: base.getAttribute('scheme'),
    };
  };
  return { controller, put, look };
}

const worn = { accent: '#aa3366', radius: 'initial', scheme: 'dark' };
const usual = { accent: '#2f6b57', radius: '16px', scheme: null };

test('an element wears the theme of its content, another one the default', async () => {
  const { controller, put, look } = stage();
  const one = put(Object.assign(document.createElement('banso-survey'), { content: 'nps', controller }));
  const other = put(
    Object.assign(document.createElement('banso-checklist'), { content: checklist.id, controller }),
  );
  await Promise.all([one.updateComplete, other.updateComplete]);
  expect(look(one)).toEqual(worn);
  expect(look(other)).toEqual(usual);
});

test('changes with the content, and back to the default', async () => {
  const { controller, put, look } = stage();
  const one = put(Object.assign(document.createElement('banso-survey'), { content: 'nps', controller }));
  await one.updateComplete;
  controller.change({ contents: { [survey.id]: { ...survey, theme: { css: '--theme-accent:#0d9488' } } } });
  await expect.poll(() => look(one)).toEqual({ accent: '#0d9488', radius: '', scheme: null });
  controller.change({ contents: { [survey.id]: aSurvey() } });
  await expect.poll(() => look(one)).toEqual(usual);
});

test('the panel wears what it shows, with everything in it, and its own at home', async () => {
  const { controller, put, look } = stage();
  const panel = put(
    Object.assign(document.createElement('banso-panel'), { start: checklist.id, controller }),
  );
  await panel.updateComplete;
  expect(look(panel)).toEqual(usual);
  await panel.show(survey.id);
  expect(look(panel)).toEqual(worn);
  const inside = () => panel.renderRoot.querySelector('banso-survey');
  await expect.poll(() => inside() && look(inside()!)).toEqual(worn);
  await panel.show();
  expect(look(panel)).toEqual(usual);
});
