-- author: Grace
create table `order` (
    id bigint not null auto_increment primary key,
    product_id bigint not null,
    amount int not null check (amount > 0),
    constraint order_product foreign key (product_id) references product (id)
);
