import '../styles/preferences.ts';
import './banso-preferences.define.ts';
