-- author: Ada
create table product (
    id bigint not null auto_increment primary key,
    name varchar(200) not null unique,
    price decimal(12, 2) not null,
    stock int not null default 0,
    visible boolean not null default true,
    note text null,
    created_at timestamp(6) not null default current_timestamp(6)
);
