export declare class PeopleModule {}
