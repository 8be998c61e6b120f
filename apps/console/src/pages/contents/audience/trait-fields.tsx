import { TRAIT_OPERATORS, type TraitCondition, type TraitValue } from '@banso/domain/targeting';
import { Input, Select } from '@banso/ui';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { ValueList } from '../fields/value-list.tsx';
import { useFormFrame } from '../frame/form-frame.ts';
import { problemAt } from '../model/draft-problems.ts';
import { asType, listValue, shapeOf, typeOf, type ValueType, withOperator } from '../model/trait-value.ts';
import { useKnownNames } from './use-known-names.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link TraitFields}. */
export interface TraitFieldsProps {
  leaf: TraitCondition;
  path: string;
  onLeaf: (leaf: TraitCondition) => void;
  /** Offers to choose whose trait it is. Default `true`. */
  withSubject?: boolean | undefined;
}

/** Which trait, how it is compared, and with what. */
export function TraitFields({ leaf, path, onLeaf, withSubject = true }: TraitFieldsProps) {
  const texts = wordsOf('audience');
  const words = wordsOf('conditions');
  const { problems } = useFormFrame();
  const names = useKnownNames();
  const isWrong = (field: string) => problemAt(problems, `${path}.${field}`) !== undefined;

  const setKey = (key: string) => {
    const example = names.exampleOf(leaf.subject, key);
    // A name that is known brings its type along, unless a value is there already.
    const fresh =
      example !== undefined && shapeOf(leaf.op) === 'any' && leaf.value === '' && typeof example !== 'string';
    onLeaf({ ...leaf, key, ...(fresh && { value: asType(undefined, typeOf(example)) }) });
  };
  return (
    <>
      {withSubject && (
        <Select
          aria-label={texts.whose}
          value={leaf.subject}
          onValue={(subject) => onLeaf({ ...leaf, subject })}
          options={[
            { value: 'contact', label: words.subject.contact },
            { value: 'account', label: words.subject.account },
          ]}
        />
      )}
      <SuggestInput
        label={texts.traitName}
        placeholder="plan"
        path={`${path}.key`}
        invalid={isWrong('key')}
        suggestions={names.traits[leaf.subject]}
        maxLength={100}
        value={leaf.key}
        onValue={(key) => setKey(key.trim())}
      />
      <Select
        aria-label={texts.comparison}
        value={leaf.op}
        onValue={(op) => onLeaf(withOperator(leaf, op))}
        options={TRAIT_OPERATORS.map((op) => ({ value: op, label: words.operator[op] }))}
      />
      <ValueField
        leaf={leaf}
        path={`${path}.value`}
        invalid={isWrong('value')}
        onValue={(value) => onLeaf({ ...leaf, value })}
      />
    </>
  );
}

interface ValueFieldProps {
  leaf: TraitCondition;
  path: string;
  invalid: boolean;
  onValue: (value: TraitCondition['value']) => void;
}

function ValueField({ leaf, path, invalid, onValue }: ValueFieldProps) {
  const texts = wordsOf('audience');
  const { readOnly } = useFormFrame();
  const { value } = leaf;
  const one = Array.isArray(value) ? undefined : (value as TraitValue | undefined);
  const shared = {
    'aria-label': texts.value,
    'data-path': path,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    readOnly,
  };
  switch (shapeOf(leaf.op)) {
    case 'none':
      return null;
    case 'list': {
      const list = Array.isArray(value) ? (value as readonly TraitValue[]) : [];
      const type = typeOf(value);
      return (
        <ValueList
          label={texts.values}
          path={path}
          maxLength={2_000}
          most={200}
          values={list.map(String)}
          onValues={(to) => onValue(to.map((text) => listValue(text, type)))}
        />
      );
    }
    case 'number':
      return (
        <NumberInput
          label={texts.value}
          path={path}
          min={-1e12}
          max={1e12}
          fractions
          value={typeof one === 'number' ? one : 0}
          onNumber={(to) => to !== null && onValue(to)}
        />
      );
    case 'day':
      return (
        <Input
          {...shared}
          type="date"
          value={typeof one === 'string' ? one.slice(0, 10) : ''}
          onValue={onValue}
        />
      );
    case 'text':
      return (
        <Input {...shared} maxLength={2_000} value={typeof one === 'string' ? one : ''} onValue={onValue} />
      );
    case 'any':
      return <AnyValue one={one} shared={shared} onValue={onValue} />;
    default:
      throw new RangeError(`Not an operator: ${leaf.op}`);
  }
}

/** "5" and 5 are two things: a trait of another type than the value never matches, so the type is chosen. */
function AnyValue({
  one,
  shared,
  onValue,
}: {
  one: TraitValue | undefined;
  shared: object;
  onValue: (value: TraitValue) => void;
}) {
  const texts = wordsOf('audience');
  const words = wordsOf('conditions');
  const type = typeOf(one);
  const types: ValueType[] = ['text', 'number', 'boolean'];
  return (
    <>
      <Select
        aria-label={texts.valueType}
        value={type}
        onValue={(to) => onValue(asType(one, to))}
        options={types.map((each) => ({ value: each, label: texts.type[each] }))}
      />
      {type === 'boolean' ? (
        <Select
          aria-label={texts.value}
          value={one === true ? 'true' : 'false'}
          onValue={(to) => onValue(to === 'true')}
          options={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
        />
      ) : type === 'number' ? (
        <NumberInput
          label={texts.value}
          min={-1e12}
          max={1e12}
          fractions
          value={typeof one === 'number' ? one : 0}
          onNumber={(to) => to !== null && onValue(to)}
        />
      ) : (
        <Input {...shared} maxLength={2_000} value={typeof one === 'string' ? one : ''} onValue={onValue} />
      )}
    </>
  );
}
