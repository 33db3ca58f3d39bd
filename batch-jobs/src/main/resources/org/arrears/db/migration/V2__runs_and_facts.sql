-- Keys compare by bytes: the order is the same on every server, and comparison is cheap.

-- Written by run.
CREATE TABLE policy (
    sha256 text PRIMARY KEY,
    name text NOT NULL,
    yaml text NOT NULL
);

CREATE TABLE run (
    run_id text COLLATE "C" PRIMARY KEY,
    job text NOT NULL,
    as_of date NOT NULL,
    run_no integer NOT NULL,
    policy_sha256 text NOT NULL REFERENCES policy,
    in_dir text NOT NULL,
    out_dir text NOT NULL,
    status text NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'refused', 'stopped')),
    attempts integer NOT NULL,
    stop_requested boolean NOT NULL DEFAULT false,
    is_full boolean NOT NULL,
    max_rejects text,
    charset text,
    exit_code integer,
    message text,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    UNIQUE (job, as_of, run_no)
);

-- Written by ingest. Every row of a fact table knows the file and the line it came from.
CREATE TABLE source_file (
    file_no integer PRIMARY KEY,
    run_id text COLLATE "C" NOT NULL,
    as_of date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    bytes bigint NOT NULL,
    rows bigint NOT NULL,
    accepted bigint NOT NULL,
    rejected bigint NOT NULL,
    sums jsonb NOT NULL,
    CHECK (rows = accepted + rejected)
);
CREATE INDEX ON source_file (sha256);

CREATE TABLE customer (
    customer_no text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    id_no text,
    phone text,
    email text,
    address text,
    postal_code text,
    region text,
    language text,
    file_no integer NOT NULL,
    line integer NOT NULL
);

CREATE TABLE loan (
    loan_no text COLLATE "C" PRIMARY KEY,
    customer_no text COLLATE "C" NOT NULL,
    product text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    principal bigint NOT NULL,
    annual_rate_e8 bigint NOT NULL,
    disbursed_on date NOT NULL,
    matures_on date NOT NULL,
    status text COLLATE "C" NOT NULL,
    penalty_annual_rate_e8 bigint,
    accelerated_on date,
    manual_class text,
    branch text,
    file_no integer NOT NULL,
    line integer NOT NULL
);
CREATE INDEX loan_customer_no ON loan (customer_no);
CREATE INDEX loan_currency ON loan (currency);

CREATE TABLE installment (
    loan_no text COLLATE "C" NOT NULL,
    seq integer NOT NULL,
    due_on date NOT NULL,
    principal bigint NOT NULL,
    interest bigint NOT NULL,
    fee bigint NOT NULL,
    file_no integer NOT NULL,
    line integer NOT NULL,
    PRIMARY KEY (loan_no, seq)
);

CREATE TABLE transaction (
    txn_no text COLLATE "C" PRIMARY KEY,
    loan_no text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    value_on date NOT NULL,
    amount bigint NOT NULL,
    component text COLLATE "C",
    reverses text COLLATE "C",
    file_no integer NOT NULL,
    line integer NOT NULL
);
CREATE INDEX transaction_loan_no ON transaction (loan_no);

CREATE TABLE hold (
    hold_no text COLLATE "C" PRIMARY KEY,
    scope text COLLATE "C" NOT NULL,
    ref_no text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    channels text COLLATE "C" NOT NULL,
    note text,
    file_no integer NOT NULL,
    line integer NOT NULL
);
CREATE INDEX hold_ref_no ON hold (ref_no);

CREATE TABLE promise (
    promise_no text COLLATE "C" PRIMARY KEY,
    loan_no text COLLATE "C" NOT NULL,
    made_on date NOT NULL,
    due_on date NOT NULL,
    amount bigint NOT NULL,
    file_no integer NOT NULL,
    line integer NOT NULL
);
CREATE INDEX promise_loan_no ON promise (loan_no);

CREATE TABLE calendar_day (
    date date PRIMARY KEY,
    kind text NOT NULL,
    name text,
    file_no integer NOT NULL,
    line integer NOT NULL
);

-- Which loans a file touched after the first assessment: what an incremental assessment replays.
CREATE TABLE loan_change (
    file_no integer NOT NULL,
    loan_no text COLLATE "C" NOT NULL,
    PRIMARY KEY (file_no, loan_no)
);
