import type { AnnouncementMode, LocalizedText, NextRule } from '@banso/domain/content';
import { optionText, RESOURCE_TYPES, textIn } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { language } from '../../../data/session.ts';
import { formatDay, formatLanguage, formatNumber, formatTime } from '../../../texts/format.ts';
import { conditionWords } from '../audience/condition-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import { useThemes } from '../../settings/themes/use-themes.ts';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from './editor-words.ts';
import type { EditorWords } from './en/words.ts';

/** Says a setting of a draft in words; the path decides how it is read. */
export function useValueWords(): (path: string, value: unknown) => string {
  const texts = wordsOf('values');
  const { nameOf } = useContentNames();
  const { model } = useEditor();
  const themes = useThemes().data?.data.data;
  const stepTitle = (key: string) => {
    const { body } = model.draft.peek();
    const step = 'steps' in body ? body.steps.find((each) => each.key === key) : undefined;
    return step ? textOf(step.title) || key : key;
  };

  const questionTitle = (key: string) => {
    const { body } = model.draft.peek();
    const question = 'questions' in body ? body.questions.find((each) => each.key === key) : undefined;
    return question ? textOf(question.text) || key : key;
  };
  const optionTitle = (key: string) => {
    const { body } = model.draft.peek();
    const asked = 'questions' in body ? body.questions : [];
    const words = asked.flatMap((each) => ('options' in each ? textOf(optionText(each, key)) : ''));
    return words.find((text) => text !== '') ?? key;
  };
  const ruleInWords = ({ when, to }: NextRule) => {
    const from =
      when.type === 'any'
        ? texts.everyAnswer
        : when.type === 'between'
          ? texts.scores(when.low, when.high)
          : texts.listed(when.options.map(optionTitle));
    return texts.leads(from, to === null ? texts.theEnd : questionTitle(to));
  };

  return (path, value) => {
    const field = path.split('.').at(-1) ?? path;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return texts.none[field as keyof typeof texts.none] ?? texts.nothing;
    switch (field) {
      case 'audience':
      case 'completeWhen':
      case 'visibleWhen':
        return conditionWords(value as Condition, nameOf);
      case 'startsAt':
      case 'endsAt':
        return formatTime(value as string);
      case 'requires':
        return texts.listed((value as string[]).map(stepTitle));
      case 'locales':
        return texts.listed((value as string[]).map(formatLanguage));
      case 'defaultLocale':
        return formatLanguage(value as string);
      case 'devices':
        return texts.listed((value as ('desktop' | 'mobile')[]).map((device) => texts.device[device]));
      case 'delaySeconds':
      case 'idleSeconds':
        return texts.seconds(value as number);
      case 'dueInDays':
      case 'afterShownDays':
      case 'afterDismissedDays':
      case 'afterAnsweredDays':
      case 'withinDays':
        return texts.days(value as number);
      case 'samplePercent':
      case 'controlPercent':
      case 'scrolledPercent':
      case 'percent':
        return texts.percent(formatNumber(value as number));
      case 'from':
        return formatDay(value as string);
      case 'per':
        return texts.quotaPer[value as 'total' | 'wave'];
      case 'progressOf':
      case 'unit':
        return texts.progressOf[value as 'contact' | 'account'];
      case 'owner':
        return texts.owner[value as 'customer' | 'team'];
      case 'ordered':
        return value === true ? texts.ordered : texts.anyOrder;
      case 'next':
        return texts.listed((value as NextRule[]).map(ruleInWords));
      case 'type':
        return texts.resourceType[RESOURCE_TYPES.find((type) => type === value) ?? 'link'];
      case 'themeId':
        return themes?.find(({ id }) => id === value)?.name ?? (value as string);
      case 'mode':
        return texts.mode[value as AnnouncementMode];
      default:
        return plainWords(value, texts);
    }
  };
}

const textOf = (text: LocalizedText) => textIn(text, language.value, language.value);

function plainWords(value: unknown, texts: EditorWords['values']): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return texts.listed(value.map(String));
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
