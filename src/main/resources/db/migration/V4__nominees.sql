-- Whoever was ever nominated: recognised over years and campaigns.
create table nominee (
    id uuid primary key,
    kind text not null check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    name text not null,
    birth_date date,
    gender text check (gender in ('FEMALE', 'MALE')),
    position text,
    campaign text not null references campaign,
    unit text,
    address text,
    -- what makes it unmistakable, so that two transactions never record it twice; null where nothing does
    identity text unique,
    merged_into uuid references nominee,
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index nominee_merged on nominee (merged_into) where merged_into is not null;

-- Every name somebody was nominated under; the key is the same however it was typed.
create table nominee_name (
    nominee uuid not null references nominee,
    name_key text not null,
    name text not null,
    primary key (nominee, name_key)
);
create index nominee_name_by_key on nominee_name (name_key);

-- An Excel list that was looked at and may be taken over; its files go when it is done.
create table nomination_import (
    id uuid primary key,
    round text not null,
    unit text not null,
    file_name text not null,
    list bytea,
    archive_name text,
    archive bytea,
    state text not null check (state in ('LOOKED_AT', 'RUNNING', 'DONE', 'FAILED')),
    done int not null default 0,
    total int not null,
    problem text,
    started_by text not null,
    changed_at timestamptz not null
);
create index nomination_import_by_round on nomination_import (round, unit);
