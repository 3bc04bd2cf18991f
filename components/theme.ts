import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeComponents,
} from '@mantine/core';
import { toneVariables } from './tones';

/** Night blue leaning to violet: calm on white, clear on dark, and none of the state colours. */
const iris: MantineColorsTuple = [
  '#f1f1fd',
  '#e2e2fa',
  '#c6c7f4',
  '#a5a7ee',
  '#8a8ce8',
  '#6e6ede',
  '#5653cf',
  '#4643b4',
  '#393794',
  '#2d2c74',
];
/** Cool neutrals with a hint of the accent. */
const gray: MantineColorsTuple = [
  '#fafafb',
  '#f4f4f6',
  '#e9e9ed',
  '#dcdce2',
  '#c3c3cc',
  '#9b9ba8',
  '#6b6b7a',
  '#4d4d5b',
  '#343440',
  '#1c1c25',
];
const dark: MantineColorsTuple = [
  '#d6d6de',
  '#b4b4c0',
  '#9696a4',
  '#6d6d7c',
  '#3b3b47',
  '#2c2c36',
  '#1d1d25',
  '#15151b',
  '#101015',
  '#0b0b0f',
];

/** The kit's own size here is 10 px, which nobody reads. */
const SMALL = { fontSize: 'var(--mantine-font-size-xs)' };

/** By name: a theme that asked each component for its own `extend` would bring all of them to every page. */
const components: MantineThemeComponents = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  Alert: { defaultProps: { variant: 'light' } },
  Badge: {
    defaultProps: { variant: 'light', radius: 'sm' },
    styles: { label: { textTransform: 'none', fontWeight: 500 } },
  },
  Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } },
  Card: {
    defaultProps: { withBorder: true, padding: 'lg', radius: 'lg', bg: 'var(--relevo-surface)' },
  },
  InputWrapper: { styles: { description: SMALL, error: SMALL } },
  Menu: { defaultProps: { shadow: 'md', width: 220, withInitialFocusPlaceholder: false } },
  Modal: {
    defaultProps: { centered: true, radius: 'lg', overlayProps: { blur: 2 } },
    styles: { title: { fontWeight: 600 } },
  },
  // A `<header>` in a portal would be a second banner of the page.
  ModalHeader: { defaultProps: { role: 'presentation' } },
  Paper: { defaultProps: { radius: 'lg' } },
  Popover: { defaultProps: { shadow: 'md', radius: 'lg' } },
  SegmentedControl: { defaultProps: { size: 'xs' } },
  Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'md' } },
  Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
};

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  colors: { iris, gray, dark },
  black: '#1c1c25',
  fontFamily: 'var(--font-geist-sans), system-ui, sans-serif',
  fontFamilyMonospace: 'var(--font-geist-mono), ui-monospace, monospace',
  headings: {
    fontFamily: 'var(--font-geist-sans), system-ui, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: '0 1px 2px rgb(20 20 40 / 5%)',
    sm: '0 1px 3px rgb(20 20 40 / 8%)',
    md: '0 4px 16px rgb(20 20 40 / 10%)',
    lg: '0 8px 28px rgb(20 20 40 / 12%)',
    xl: '0 16px 48px rgb(20 20 40 / 16%)',
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components,
});

/** Secondary text, borders and surfaces reach WCAG contrast in both schemes; the kit's defaults do not on our neutrals. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5d5d6b',
    '--mantine-color-placeholder': '#70707e',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-default-border': gray[3],
    '--relevo-canvas': gray[0],
    '--relevo-surface': '#ffffff',
    '--relevo-line': gray[2],
    '--relevo-hover': gray[1],
    ...toneVariables('light'),
  },
  dark: {
    '--mantine-color-dimmed': '#a3a3b1',
    '--mantine-color-placeholder': '#8b8b99',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-default-border': dark[4],
    '--relevo-canvas': dark[8],
    '--relevo-surface': dark[7],
    '--relevo-line': dark[5],
    '--relevo-hover': dark[6],
    ...toneVariables('dark'),
  },
});
