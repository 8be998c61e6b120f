import { mount } from 'svelte';
import { signedIn } from './kumo.ts';
import App from './svelte-app.svelte';

const target = document.querySelector('#app');
if (target) mount(App, { target, props: { session: await signedIn() } });
