import { RESOURCE_TYPES, textIn } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import { language } from '../../../data/session.ts';
import { formatLanguage, formatNumber, formatTime } from '../../../texts/format.ts';
import { conditionWords } from '../audience/condition-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from './editor-words.ts';
import type { EditorWords } from './en/words.ts';

/** Says a setting of a draft in words; the path decides how it is read. */
export function useValueWords(): (path: string, value: unknown) => string {
  const texts = wordsOf('values');
  const { nameOf } = useContentNames();
  const { model } = useEditor();
  const stepTitle = (key: string) => {
    const { body } = model.draft.peek();
    const step = 'steps' in body ? body.steps.find((each) => each.key === key) : undefined;
    return step ? textIn(step.title, language.value, language.value) || key : key;
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
        return texts.seconds(value as number);
      case 'dueInDays':
      case 'afterShownDays':
      case 'afterDismissedDays':
      case 'afterAnsweredDays':
        return texts.days(value as number);
      case 'samplePercent':
        return texts.percent(formatNumber(value as number));
      case 'progressOf':
        return texts.progressOf[value as 'contact' | 'account'];
      case 'owner':
        return texts.owner[value as 'customer' | 'team'];
      case 'ordered':
        return value === true ? texts.ordered : texts.anyOrder;
      case 'type':
        return texts.resourceType[RESOURCE_TYPES.find((type) => type === value) ?? 'link'];
      default:
        return plainWords(value, texts);
    }
  };
}

function plainWords(value: unknown, texts: EditorWords['values']): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return texts.listed(value.map(String));
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
