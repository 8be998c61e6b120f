// What the compiler cannot read itself; the plugins of the build do.
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ session: object }>;
  export default component;
}
declare module '@hotwired/turbo';
