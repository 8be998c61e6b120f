import type { AnnouncementBody } from './announcement.ts';
import type { ContentBodies } from './body.ts';
import type { ChecklistBody, StepAction } from './checklist.ts';
import type { ContentKind } from './delivery.ts';
import type { LocalizedText } from './localized.ts';
import { hasText } from './localized.ts';
import type { ResourceBody } from './resource.ts';
import type { ChoiceQuestion, SurveyBody } from './survey.ts';

/** One text of a content that can be translated, and where it is, e.g. `steps.0.title`. */
export interface TextField {
  path: string;
  text: LocalizedText;
  /** Without it a heading, a question or a button would be empty. */
  required: boolean;
}

/** A text that has no words in one language; the path includes it: `steps.0.title.ja`. */
export interface MissingText {
  path: string;
  locale: string;
}

/**
 * Texts that are still to be written for these languages, in the order of the content. A required text must be there in
 * each of them, an optional one in each as soon as it is written in one language.
 */
export function missingTexts<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
  locales: readonly string[],
): MissingText[] {
  return textFields(kind, body)
    .filter(({ text, required }) => required || Object.keys(text).some((tag) => hasText(text, tag)))
    .flatMap(({ path, text }) =>
      locales
        .filter((locale) => !hasText(text, locale))
        .map((locale) => ({ path: `${path}.${locale}`, locale })),
    );
}

/** Every text of a content, in its order. */
export function textFields<K extends ContentKind>(kind: K, body: ContentBodies[K]): TextField[] {
  return FIELDS[kind](body);
}

const FIELDS: { readonly [K in ContentKind]: (body: ContentBodies[K]) => TextField[] } = {
  checklist: textsOfChecklist,
  survey: textsOfSurvey,
  resource: textsOfResource,
  announcement: textsOfAnnouncement,
};

function textsOfChecklist({ title, intro, steps, celebration }: ChecklistBody): TextField[] {
  return [
    required('title', title),
    optional('intro', intro),
    ...steps.flatMap((step, index) => [
      required(`steps.${index}.title`, step.title),
      optional(`steps.${index}.body`, step.body),
      ...labelOf(`steps.${index}.action`, step.action),
    ]),
    optional('celebration', celebration),
  ];
}

function textsOfSurvey({ title, questions, followUps, endings, ending }: SurveyBody): TextField[] {
  return [
    required('title', title),
    ...questions.flatMap((question, index) => [
      required(`questions.${index}.text`, question.text),
      ...('labels' in question
        ? [
            required(`questions.${index}.labels.low`, question.labels.low),
            required(`questions.${index}.labels.high`, question.labels.high),
          ]
        : []),
      ...('options' in question ? textsOfOptions(question, `questions.${index}`) : []),
    ]),
    ...Object.entries(followUps).flatMap(([band, text]) =>
      text ? [required(`followUps.${band}`, text)] : [],
    ),
    ...Object.entries(endings).map(([band, text]) => optional(`endings.${band}`, text)),
    ...(ending ? [optional('ending', ending)] : []),
  ];
}

function textsOfOptions({ options, other }: ChoiceQuestion, path: string): TextField[] {
  return [
    ...options.map(({ text }, index) => required(`${path}.options.${index}.text`, text)),
    ...(other ? [required(`${path}.other`, other)] : []),
  ];
}

function textsOfResource({ type, title, summary, body, section }: ResourceBody): TextField[] {
  return [
    required('title', title),
    optional('summary', summary),
    type === 'article' ? required('body', body) : optional('body', body),
    optional('section', section),
  ];
}

function textsOfAnnouncement({ title, body, action }: AnnouncementBody): TextField[] {
  return [required('title', title), optional('body', body), ...labelOf('action', action)];
}

function labelOf(path: string, action: StepAction | null): TextField[] {
  return action ? [required(`${path}.label`, action.label)] : [];
}

function required(path: string, text: LocalizedText): TextField {
  return { path, text, required: true };
}

function optional(path: string, text: LocalizedText): TextField {
  return { path, text, required: false };
}
