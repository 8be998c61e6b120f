/** A text with what is selected in it; `start` and `end` are offsets. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What the small toolbar puts around or before a selection. */
export type Mark = 'strong' | 'emphasis' | 'code' | 'link' | 'list' | 'numbers' | 'heading';

const AROUND = { strong: '**', emphasis: '*', code: '`' } as const;
const BEFORE = { list: /^- /, numbers: /^\d+\. /, heading: /^## / } as const;

/** Puts a mark on what is selected, or takes it off again where it is already. What was selected stays selected. */
export function marked(selected: Selected, mark: Mark): Selected {
  switch (mark) {
    case 'strong':
    case 'emphasis':
    case 'code':
      return wrapped(selected, AROUND[mark]);
    case 'link':
      return linked(selected);
    case 'list':
    case 'numbers':
    case 'heading':
      return prefixed(selected, mark);
    default:
      return mark satisfies never;
  }
}

function wrapped({ text, start, end }: Selected, sign: string): Selected {
  const [before, inner, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  // One star inside two is no emphasis that could be taken off.
  const isInside =
    before.endsWith(sign) &&
    after.startsWith(sign) &&
    !(sign === '*' && before.endsWith('**') && !before.endsWith('***'));
  if (isInside) {
    return {
      text: before.slice(0, -sign.length) + inner + after.slice(sign.length),
      start: start - sign.length,
      end: end - sign.length,
    };
  }
  return { text: before + sign + inner + sign + after, start: start + sign.length, end: end + sign.length };
}

/** Selects the address, which is what has to be written next. */
function linked({ text, start, end }: Selected): Selected {
  const [before, inner, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const address = 'https://';
  const at = before.length + inner.length + 3;
  return {
    text: `${before}[${inner}](${address})${after}`,
    start: inner === '' ? start + 1 : at,
    end: inner === '' ? start + 1 : at + address.length,
  };
}

/** Works on whole lines; takes the sign off when every line has it. */
function prefixed({ text, start, end }: Selected, mark: keyof typeof BEFORE): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const sign = BEFORE[mark];
  const has = lines.every((line) => sign.test(line));
  const changed = lines
    .map((line, index) => {
      const bare = Object.values(BEFORE).reduce((words, each) => words.replace(each, ''), line);
      return has ? bare : `${{ list: '- ', numbers: `${index + 1}. `, heading: '## ' }[mark]}${bare}`;
    })
    .join('\n');
  const first = changed.split('\n')[0]?.length ?? 0;
  const shift = first - (lines[0]?.length ?? 0);
  const grown = changed.length - (to - from);
  return {
    text: text.slice(0, from) + changed + text.slice(to),
    start: Math.max(from, start + shift),
    end: Math.max(from, end + grown),
  };
}
