import type { InputHTMLAttributes, JSX, LooseInputHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { useFieldAttributes } from './field-context.ts';

/** Kinds of input that hold text; for the others there are controls of their own. */
export type InputType =
  | 'text'
  | 'search'
  | 'email'
  | 'url'
  | 'tel'
  | 'password'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local';

/** Props of {@link Input}; every attribute of a native input passes through, `ref` included. */
export type InputProps = Omit<LooseInputHTMLAttributes, 'type' | 'role' | 'list'> & {
  /** Default `text`. */
  type?: InputType | undefined;
  /** The text after every change, composition included. */
  onValue?: ((value: string) => void) | undefined;
  /** Figures of one width: ids, paths, keys. */
  mono?: boolean | undefined;
};

/** One line of text. Inside a `Field` it takes over id, hint and error by itself. */
export function Input({ onValue, mono, type = 'text', ...rest }: InputProps): JSX.Element {
  const attributes: LooseInputHTMLAttributes = {
    type,
    autocomplete: 'off',
    ...useFieldAttributes(),
    ...rest,
    class: classNames('input', mono && 'mono', typeof rest.class === 'string' && rest.class),
    onInput: (event) => {
      rest.onInput?.(event);
      onValue?.(event.currentTarget.value);
    },
  };
  // The strict attribute types are a union over `type`, which a variable cannot pick from.
  return <input {...(attributes as InputHTMLAttributes)} />;
}
