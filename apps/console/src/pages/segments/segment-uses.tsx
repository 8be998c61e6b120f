import type { Segment } from '@banso/contract/segment';
import { Card, Status } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { editorHref } from '../contents/content-kind.ts';
import { segmentTexts } from './texts.ts';

/** The contents and segments that need a segment. */
export function SegmentUses({ contents, segments }: Pick<Segment, 'contents' | 'segments'>) {
  const texts = textsOf(segmentTexts);
  return (
    <Card title={texts.uses}>
      {contents.length + segments.length === 0 ? (
        <p class="muted">{texts.unused}</p>
      ) : (
        <ul class="seg-uses">
          {contents.map(({ id, kind, name, isLive }) => (
            <li key={id} class="row wrap">
              <a class="grow" href={editorHref(kind, id)}>
                {name}
              </a>
              <Status tone={isLive ? 'good' : 'none'} label={isLive ? texts.live : texts.draft} small />
            </li>
          ))}
          {segments.map(({ id, name }) => (
            <li key={id} class="row wrap">
              <a class="grow" href={`/console/segments/${id}`}>
                {name}
              </a>
              <Status tone="none" label={texts.segment} small />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
