/** What the feeder says of itself (eSCL: AdfState, without its prefix). */
export type FeederState = 'Loaded' | 'Empty' | 'Jam' | 'HatchOpen' | 'DoorOpen' | 'MultipickDetected' | 'InputTrayFailed' | 'Processing';

/** Everything that can be switched at the scanner, while it runs. Counts of 0 and nulls are off. */
export type Switches = {
  make: string;
  server: string;
  uuid: string | null;
  /** Kinds of file it offers, and for which modes and resolutions. */
  formats: readonly string[];
  resolutions: readonly number[] | { readonly min: number; readonly max: number; readonly step: number };
  /** What it has. */
  platen: boolean;
  feeder: boolean;
  duplex: boolean;
  centred: boolean;
  /** Sheets in the feeder; duplex gives two pages a sheet. */
  sheets: number;
  state: 'Idle' | 'Processing' | 'Stopped' | 'Down';
  feederState: FeederState | null;
  /** How many new jobs get 503, and how many times each page does. */
  busy: number;
  notReady: number;
  /** The status that new jobs get instead of being taken. */
  refuse: number | null;
  /** After so many pages of a job the feeder is in this state and gives no more. */
  trouble: { readonly after: number; readonly state: FeederState } | null;
  /** After so many pages somebody cancels at the device. */
  cancelAfter: number | null;
  /** The device stops for good after so many pages. */
  stopAfter: number | null;
  /** Bytes of a page after which the line is cut, or nothing comes any more. */
  cutAt: number | null;
  stallAt: number | null;
  /** Milliseconds between two pieces of a page. */
  slowMs: number;
  location: 'right' | 'wrong-host' | 'relative' | 'missing' | 'slash';
  xml: 'usual' | 'other-prefixes' | 'default-namespace' | 'no-namespace' | 'utf-16' | 'shared-profiles';
  capabilities: 'usual' | 'dtd' | 'oversize' | 'endless' | 'garbage' | 'html' | 'nothing' | 'deep' | 'no-formats' | 'locked' | 'busy' | 'silent';
  status: 'usual' | 'garbage' | 'missing';
  /** The job is listed in the status. */
  listsJobs: boolean;
  /** Each page is filled up to so many bytes. */
  pageBytes: number | null;
  page: 'usual' | 'empty' | 'html' | 'short';
  contentType: string | null;
  /** Where every request is sent instead. */
  redirect: string | null;
  /** Takes jobs only with this Host header. */
  onlyHost: string | null;
  /** A page that is asked for sooner than so many ms after the last is answered with 404. */
  hurryMs: number;
};

/** A scanner with glass and feeder, in order and ready. */
export function usualSwitches(): Switches {
  return {
    make: 'Bursar Specimen 1', server: 'Specimen/1', uuid: '4509a320-00a0-008f-00b6-002507510eca', formats: ['image/jpeg', 'application/pdf'],
    resolutions: [100, 200, 300, 600], platen: true, feeder: true, duplex: true, centred: false, sheets: 1, state: 'Idle', feederState: null,
    busy: 0, notReady: 0, refuse: null, trouble: null, cancelAfter: null, stopAfter: null, cutAt: null, stallAt: null, slowMs: 0, location: 'right',
    xml: 'usual', capabilities: 'usual', status: 'usual', listsJobs: true, pageBytes: null, page: 'usual', contentType: null, redirect: null, onlyHost: null,
    hurryMs: 0,
  };
}
