import type { Topic } from '@banso/contract/topic';
import { NumberDoor } from '@banso/ui';
import { language } from '../../data/session.ts';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { topicTexts } from './texts.ts';

/** A share in whole per cent, below ten with one decimal. */
export function formatPercent(percent: number): string {
  return new Intl.NumberFormat(language.value, {
    style: 'percent',
    maximumFractionDigits: percent > 0 && percent < 10 ? 1 : 0,
  }).format(percent / 100);
}

/** A share with its interval and what it is of; the answers behind it are a press away. */
export function TopicShare({ share, href }: { share: Topic['recent']; href?: string }) {
  const texts = textsOf(topicTexts);
  if (!share) return <span class="muted">{texts.nothingWritten}</span>;
  const { percent, low, high, count, n } = share;
  const interval = texts.interval(formatPercent(low), formatPercent(high));
  const of = texts.ofAnswers(formatNumber(count), formatNumber(n));
  return (
    <span class="top-share">
      {href ? (
        <NumberDoor href={href} definition={`${of} · ${interval}`} hint={texts.seeAnswers}>
          {formatPercent(percent)}
        </NumberDoor>
      ) : (
        <b class="reg">{formatPercent(percent)}</b>
      )}
      <span class="muted xs">{interval}</span>
    </span>
  );
}
