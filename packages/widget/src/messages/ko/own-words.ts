// What comes in one file: the texts of the preferences.
export { koPreferences as preferences } from './preferences.ts';
