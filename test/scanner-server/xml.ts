import type { Job } from './jobs.ts';
import type { Switches } from './switches.ts';

const scan = 'http://schemas.hp.com/imaging/escl/2011/05/03';
const pwg = 'http://www.pwg.org/schemas/2010/12/sm';

/** Writes a document as different makers do: other prefixes, a default namespace, none at all, another encoding. Written with scan: and pwg:. */
export function inDialect(text: string, dialect: Switches['xml']): Buffer {
  const whole = `<?xml version="1.0" encoding="${dialect === 'utf-16' ? 'UTF-16' : 'UTF-8'}"?>\n${respell(text, dialect)}\n`;
  return dialect === 'utf-16' ? Buffer.from(`\uFEFF${whole}`, 'utf16le') : Buffer.from(whole);
}

function respell(text: string, dialect: Switches['xml']): string {
  const named = text.replace('>', ` xmlns:scan="${scan}" xmlns:pwg="${pwg}">`);
  if (dialect === 'other-prefixes') return named.replaceAll(/(<\/?|xmlns:|\s)(scan|pwg)\b(?=[:=])/g, (_, before: string, prefix: string) => `${before}${prefix === 'scan' ? 'wscn' : 'sm'}`);
  if (dialect === 'default-namespace') return text.replace('>', ` xmlns="${scan}" xmlns:pwg="${pwg}">`).replaceAll(/(<\/?)scan:/g, '$1');
  return dialect === 'no-namespace' ? text.replaceAll(/(<\/?)(scan|pwg):/g, '$1') : named;
}

function resolutions({ resolutions: offered }: Switches): string {
  if (!('min' in offered)) {
    const each = offered.map((dpi) => `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`);
    return `<scan:DiscreteResolutions>${each.join('')}</scan:DiscreteResolutions>`;
  }
  const range = `<scan:Min>${offered.min}</scan:Min><scan:Max>${offered.max}</scan:Max><scan:Normal>300</scan:Normal><scan:Step>${offered.step}</scan:Step>`;
  return `<scan:ResolutionRange><scan:XResolutionRange>${range}</scan:XResolutionRange><scan:YResolutionRange>${range}</scan:YResolutionRange></scan:ResolutionRange>`;
}

function profile(switches: Switches): string {
  const formats = switches.formats.flatMap((mime) => [`<pwg:DocumentFormat>${mime}</pwg:DocumentFormat>`, `<scan:DocumentFormatExt>${mime}</scan:DocumentFormatExt>`]);
  return `<scan:ColorModes><scan:ColorMode>BlackAndWhite1</scan:ColorMode><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats>${formats.join('')}</scan:DocumentFormats><scan:SupportedResolutions>${resolutions(switches)}</scan:SupportedResolutions>`;
}

/** Largest page in 1/300 inch. */
export const largest = { width: 2550, height: 4200 } as const;

function source(switches: Switches): string {
  const settings = switches.xml === 'shared-profiles' ? '<scan:SettingProfile ref="p1"/>' : `<scan:SettingProfile>${profile(switches)}</scan:SettingProfile>`;
  return `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>${largest.width}</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>${largest.height}</scan:MaxHeight>
<scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles>${settings}</scan:SettingProfiles>
<scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents>`;
}

/** ScannerCapabilities. */
export function capabilitiesXml(switches: Switches): string {
  const { make, uuid, platen, feeder, duplex } = switches;
  const shared = switches.xml === 'shared-profiles' ? `<scan:SettingProfiles><scan:SettingProfile name="p1">${profile(switches)}</scan:SettingProfile></scan:SettingProfiles>` : '';
  const middle = switches.centred ? '<scan:Justification><pwg:XImagePosition>Center</pwg:XImagePosition><pwg:YImagePosition>Top</pwg:YImagePosition></scan:Justification>' : '';
  const adf = `<scan:Adf><scan:AdfSimplexInputCaps>${source(switches)}</scan:AdfSimplexInputCaps>${duplex ? `<scan:AdfDuplexInputCaps>${source(switches)}</scan:AdfDuplexInputCaps>` : ''}
<scan:FeederCapacity>50</scan:FeederCapacity>${middle}<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>`;
  return `<scan:ScannerCapabilities><pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>${make}</pwg:MakeAndModel><pwg:SerialNumber>0001</pwg:SerialNumber>
${uuid === null ? '' : `<scan:UUID>${uuid}</scan:UUID>`}${shared}
${platen ? `<scan:Platen><scan:PlatenInputCaps>${source(switches)}</scan:PlatenInputCaps></scan:Platen>` : ''}
${feeder ? adf : ''}</scan:ScannerCapabilities>`;
}

/** ScannerStatus. */
export function statusXml(switches: Switches, feederState: string, jobs: readonly Job[], origin: string): string {
  const each = jobs.map((job) => `<scan:JobInfo><pwg:JobUri>${switches.location === 'wrong-host' ? 'http://localhost:1' : origin}${job.path}</pwg:JobUri><pwg:JobUuid>${job.id}</pwg:JobUuid><scan:Age>1</scan:Age>
<pwg:ImagesCompleted>${job.sent}</pwg:ImagesCompleted><pwg:JobState>${job.state}</pwg:JobState><pwg:JobStateReasons><pwg:JobStateReason>None</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>`);
  const state = switches.state === 'Idle' && jobs.some((job) => job.state === 'Processing') ? 'Processing' : switches.state;
  return `<scan:ScannerStatus><pwg:Version>2.63</pwg:Version><pwg:State>${state}</pwg:State>${switches.feeder ? `<scan:AdfState>ScannerAdf${feederState}</scan:AdfState>` : ''}
${switches.listsJobs ? `<scan:Jobs>${each.join('')}</scan:Jobs>` : ''}</scan:ScannerStatus>`;
}
