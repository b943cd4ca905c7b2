export declare class PeopleModule {
}
