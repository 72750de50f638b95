/** Drawn in a box of 20, in lines of the text's colour. */
const PATHS = {
  holdfast: 'M10 2v16M5 6h10M3 11c0 4 3.5 6.5 7 7 3.5-.5 7-3 7-7M3 11l-1 2.5M3 11l2.5 1M17 11l1 2.5M17 11l-2.5 1',
  today: 'M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M7 12l2 2 4-4',
  records: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5M7.5 12.5h5M7.5 15h3',
  fixes: 'M10 2.5l6 2v5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8v-5zM7.2 9.8l2 2 3.6-4',
  lessons: 'M10 5c-2-1.5-4.5-2-7-2v12c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2V3c-2.5 0-5 .5-7 2zM10 5v12',
  measures: 'M6 3h8M6 17h8M7 3c0 4 3 5 3 7s-3 3-3 7M13 3c0 4-3 5-3 7s3 3 3 7',
  bell: 'M10 3c-3 0-4.5 2-4.5 5 0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6 0-3-1.5-5-4.5-5zM8.5 16.5c.5 1 2.5 1 3 0',
  reports: 'M3.5 17V3M3.5 17h13M7 14v-4M10.5 14V6M14 14V9',
  audit: 'M8 5.5H6a4 4 0 0 0 0 8h2M12 5.5h2a4 4 0 0 1 0 8h-2M6.5 9.5h7',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2',
  plus: 'M10 4v12M4 10h12',
  out: 'M8 4H4v12h12v-4M11 3.500h5.500V9M16 4l-7 7',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d={PATHS[name]} stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
