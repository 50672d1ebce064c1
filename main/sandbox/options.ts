import type { KiraProfile } from './kira/model.ts';

/** The credential of one business as a person or a test hands it to a client. */
export interface Credential {
  readonly client_id: string;
  readonly client_secret: string;
  /** Space-separated names of every scope the credential holds. */
  readonly scope: string;
  /** Legacy key; only accepted in legacy key mode. */
  readonly api_key: string;
  /** The business's naira wallet. */
  readonly wallet_id: string;
}

/** Parts of the first business's credential that the caller wants to fix beforehand. */
export type CredentialSeed = Partial<Pick<Credential, 'client_id' | 'client_secret' | 'api_key' | 'wallet_id'>>;

/** Kira's credential as a person or a test hands it to a client, with what it may try things on; ids are UUIDs. */
export interface KiraCredential {
  /** Base address, without a trailing slash and without `/sandbox`. */
  readonly url: string;
  readonly client_id: string;
  readonly password: string;
  readonly api_key: string;
  readonly virtual_account_fiat: string;
  readonly virtual_account_crypto: string;
  readonly recipient_wire: string;
  readonly recipient_swift: string;
}

/** How a sandbox is started; everything has a default. */
export interface SandboxOptions {
  /** Port of the API on 127.0.0.1; 0 or absent means any free port. */
  readonly port?: number;
  /** Serve upload addresses over TLS with a certificate of the sandbox's own authority. */
  readonly httpsUpload?: boolean;
  /** Accept the `x-blaaiz-api-key` header beside OAuth. */
  readonly legacyKey?: boolean;
  /** Divides every waiting time of the provider (reviews, payouts, webhook retries); default 1. */
  readonly timeScale?: number;
  /** Open the control paths under `/__sandbox/`; default closed. */
  readonly controls?: boolean;
  /** JSON file in which the state survives a restart. */
  readonly stateFile?: string;
  /** 32 bytes that seal the state file; without them it is plain JSON. */
  readonly stateKey?: Uint8Array;
  /** Refuse an upload that leaves out a header named with its address; default true. */
  readonly strictUploads?: boolean;
  /** Generation of Kira's API; default what the saved state has, else G1. */
  readonly kiraProfile?: KiraProfile;
  /** Milliseconds since 1970; default the machine's clock. */
  readonly clock?: () => number;
  /** Source of random bytes; default the system's. */
  readonly random?: (size: number) => Uint8Array;
  /** Receives one line an event; default silence. */
  readonly log?: (line: string) => void;
  /** Fixed values for the first business's credential. */
  readonly seed?: CredentialSeed;
}
