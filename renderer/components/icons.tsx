/** Line icons on a 20-unit grid, drawn with the colour of the text around them. Always beside a word, so hidden from readers. */
const shapes = {
  overview: 'M3 17V9.5M8 17V4M13 17v-6M18 17V7',
  ledger: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  unit: 'M4 17V5l6-2v14M10 8h6v9M3 17h14M6.5 7.5h1M6.5 10.5h1M6.5 13.5h1M13 11h.5M13 14h.5',
  flag: 'M5 18V3M5 4h10l-2.5 3.5L15 11H5',
  person: 'M10 10a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5M4 17c.6-3.3 2.9-5 6-5s5.4 1.7 6 5',
  liaison:
    'M7 10a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2 16.5c.5-2.8 2.4-4.2 5-4.2s4.5 1.4 5 4.2M12.5 5.2a2.6 2.6 0 0 1 0 4.9M14 12.5c2 .4 3.4 1.7 4 4',
  room: 'M3 9l7-5.5L17 9M5 8v9h10V8M8.5 17v-5h3v5',
  tree: 'M10 3.5v3M4.5 12V9.5h11V12M10 6.5v5.5M3 12h3v4H3zM8.5 12h3v4h-3zM14 12h3v4h-3z',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13',
  report: 'M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10h5.5M7.5 13h5.5',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  help: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15M7.8 7.8a2.25 2.25 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.5M10 14.2v.1',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12M13.5 13.5 17.5 17.5',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.5 3.5L13 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12',
  calendar: 'M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  online: 'M10 15.5v.1M7 12.5a4.5 4.5 0 0 1 6 0M4.5 9.7a8 8 0 0 1 11 0M2 7a11.5 11.5 0 0 1 16 0',
  offline:
    'M10 15.5v.1M7 12.5a4.5 4.5 0 0 1 6 0M4.5 9.7a8 8 0 0 1 3-1.9M2 7a11 11 0 0 1 3-2M11 7.5a8 8 0 0 1 4.5 2.2M3 3l14 14',
  saved: 'M3.5 10.5 8 15l8.5-9.5',
  alert: 'M10 3 18 17H2zM10 8v4.5M10 14.7v.1',
  next: 'M8 5l5 5-5 5',
  chart: 'M3 3v14h14M6 13l3.5-4 3 2.5L17 6',
  table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  blank: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M5 15 15 5',
  exchange: 'M4 8h11M12 4.5 15.5 8 12 11.5M16 13H5M8 9.5 4.5 13 8 16.5',
  conflict: 'M3 5h5l4 10h5M3 15h5l1-2.5M11 7.5 12 5h5M15 2.5 17.5 5 15 7.5M15 12.5l2.5 2.5-2.5 2.5',
  parking: 'M3 11v5.5h14V11M3 11l2-6.5h10l2 6.5M3 11h4l1 2h4l1-2h4',
  keepers: 'M10 17s6-2.5 6-7.5V5l-6-2-6 2v4.5C4 14.5 10 17 10 17M7.5 9.5l2 2 3.5-3.5',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.5v1.5',
  demo: 'M7 3h6M8 3v5l-4.5 8.5h13L12 8V3M6 12.5h8',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, flex: 'none', display: 'block' }}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
