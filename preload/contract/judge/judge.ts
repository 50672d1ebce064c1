import { documentSlots, type DocumentSlot } from '../documents.ts';
import type { Evidence } from '../evidence.ts';
import { checkIds, type Finding, type Judged } from '../preflight.ts';
import { checkBack } from './back-check.ts';
import { checkBetter } from './better-check.ts';
import { checkBirth, checkExpiry, checkIssuer, checkNumber } from './data-checks.ts';
import { checkFace } from './face-check.ts';
import { gravest, lookAgain } from './finding.ts';
import { checkCorners, checkCovered, checkGenuine, checkResolution } from './frame-checks.ts';
import { checkKind } from './kind-check.ts';
import { checkContrast, checkExposure, checkGlare, checkSharp } from './light-checks.ts';
import { checkName } from './name-check.ts';
import { isIdentity, pagesOf, type Page } from './subject.ts';
import { toldBy, type Told } from './told.ts';
import { barcodeMissing, checkDigits, checkRead, zoneMissing } from './zone-checks.ts';

/** Weighs every filled slot's pages: the findings of each check that applies, passing ones too, in the order of {@link checkIds}. */
export function judge(judged: Judged): Readonly<Partial<Record<DocumentSlot, readonly Finding[]>>> {
  const filled = documentSlots.filter((slot) => judged.documents[slot] !== undefined);
  return Object.fromEntries(filled.map((slot) => [slot, findingsOf(slot, judged)]));
}

function findingsOf(slot: DocumentSlot, judged: Judged): readonly Finding[] {
  const evidence = judged.documents[slot] ?? [];
  if (evidence.length === 0) return [unseen()];
  const pages = pagesOf(slot, judged.idType, evidence);
  const told = toldBy(pages, judged.today);
  const found = [...pixelFindings(slot, pages), kindFinding(pages, told), ...(isIdentity(slot) ? identityFindings(slot, pages, told, judged) : [])];
  const kept = found.filter((finding) => finding !== null);
  const better = judged.refused === null ? null : checkBetter(slot, evidence, kept, judged.refused);
  return [...kept, ...(better === null ? [] : [better])].toSorted((a, b) => checkIds.indexOf(a.id) - checkIds.indexOf(b.id));
}

type PageCheck = (page: Page) => Finding;
const onEveryPage: readonly PageCheck[] = [checkSharp, checkGlare, checkExposure, checkContrast, checkCorners, checkResolution, checkCovered, checkGenuine];
/** Of a photo of a person the face has to be sharp, not what is behind it. */
const onPhotos: readonly PageCheck[] = [checkExposure, checkContrast, checkGenuine, checkFace];

function pixelFindings(slot: DocumentSlot, pages: readonly Page[]): readonly (Finding | null)[] {
  const checks = slot === 'liveness_check' ? onPhotos : onEveryPage;
  return checks.map((check) => gravest(pages.map(check)));
}

/** Of several pages one may carry the document and another its back or its cover: the best told page speaks for all, unless one must be stopped. */
function kindFinding(pages: readonly Page[], told: readonly Told[]): Finding | null {
  const findings = pages.map((page) => checkKind(page, told.find((one) => one.page === page.page) ?? null));
  const stopped = findings.find((finding) => finding.verdict === 'stop');
  return stopped ?? (told.length > 0 ? findings.find((finding) => finding.page === told[0]?.page) : undefined) ?? gravest(findings);
}

function identityFindings(slot: DocumentSlot, pages: readonly Page[], told: readonly Told[], judged: Judged): readonly (Finding | null)[] {
  const [first] = told;
  const other: DocumentSlot = slot === 'identity' ? 'identity_back' : 'identity';
  const otherSide = judged.documents[other] ?? [];
  const back = checkBack(pages, told, otherSide);
  if (first === undefined) return [unread(slot, pages, otherSide, judged), back];
  return [checkRead(first), checkDigits(first), ...dataFindings(first, judged), back];
}

function dataFindings(told: Told, against: Judged): readonly (Finding | null)[] {
  return [checkIssuer, checkName, checkBirth, checkNumber, checkExpiry].map((check) => check(told, against));
}

/** Where code lines or a barcode must be: passports on their page, permits on either side, licences of the United States and Canada on the back. */
function unread(slot: DocumentSlot, pages: readonly Page[], otherSide: readonly Evidence[], judged: Judged): Finding | null {
  const { idType, fields, today } = judged;
  if (idType === 'passport') return slot === 'identity' ? zoneMissing(pages) : null;
  const [first] = pages;
  if (first === undefined || toldBy(pagesOf(slot, idType, otherSide), today).length > 0) return null;
  if (idType === 'drivers_license') return slot === 'identity_back' && (fields.country === 'US' || fields.country === 'CA') ? barcodeMissing(first) : null;
  return slot === 'identity_back' || pages.some(({ evidence }) => evidence.zone.state !== 'none') ? zoneMissing(pages) : null;
}

/** A file that was kept before files were looked at, or that couldn't be. */
function unseen(): Finding {
  return lookAgain('kind', 'not looked at', { cause: 'This file hasn\u2019t been checked', remedy: 'Open it again, so that it is checked before it is sent.' });
}
