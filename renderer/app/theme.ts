/** Paper white, greys, one deep official red. Sizes are in rem, so large-text mode is one font size on the root. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const official: MantineColorsTuple = [
  '#fdf1f0',
  '#f9dedc',
  '#f1b8b4',
  '#e68f89',
  '#db6a62',
  '#cd4b42',
  '#c0362c',
  '#b3261e',
  '#981f18',
  '#7d1913',
];

const ink: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e6e9',
  '#d3d7dc',
  '#b6bcc3',
  '#8b929b',
  '#666d76',
  '#4e555e',
  '#343a42',
  '#1f2329',
];

const paleOverlay = { backgroundOpacity: 0.25 };

export const theme = createTheme({
  primaryColor: 'official',
  primaryShade: 7,
  colors: { official, gray: ink },
  black: '#1f2329',
  fontFamily:
    '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif',
  fontFamilyMonospace: '"Noto Sans Mono CJK SC", Consolas, "Courier New", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(31 35 41 / 8%)',
    sm: '0 1px 3px rgb(31 35 41 / 12%)',
    md: '0 4px 12px rgb(31 35 41 / 12%)',
    lg: '0 8px 20px rgb(31 35 41 / 14%)',
    xl: '0 12px 28px rgb(31 35 41 / 16%)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, centered: true, overlayProps: paleOverlay },
    },
    // Beside the page, not over it: what the drawer explains stays readable.
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, overlayProps: paleOverlay } },
    // Told quietly; whatever fails says so with its own colour.
    Notification: { defaultProps: { color: 'gray.7', closeButtonProps: { 'aria-label': '关闭提示' } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, color: 'gray.9' } },
  },
});

/** Mantine's own greys for secondary text stay below 4.5:1 on white. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59616b',
    '--mantine-color-placeholder': '#69717b',
    '--mantine-color-error': '#a1251d',
  },
  dark: {},
});
