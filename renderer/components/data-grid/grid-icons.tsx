/** Small marks of headings, chips and lists. */
const shapes = {
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  menu: 'M4 6.5 8 10.5l4-4',
  filter: 'M2.5 3.5h11L9.5 8.5V13l-3-1.5v-3z',
  pin: 'M6 2.5h4M7 2.5v4L4.5 9.5h7L9 6.5v-4M8 9.5v4',
  close: 'M4 4l8 8M12 4l-8 8',
  hide: 'M2 8c1.5-2.7 3.5-4 6-4s4.5 1.3 6 4c-1.5 2.7-3.5 4-6 4s-4.5-1.3-6-4M3 13 13 3',
} as const;

export function GridIcon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ width: '0.875rem', height: '0.875rem', flex: 'none', display: 'block' }}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
