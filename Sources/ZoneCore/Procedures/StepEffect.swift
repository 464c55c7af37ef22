/// What the office, and this program for it, does in a step: the closed vocabulary that procedures are written in.
public enum StepEffect: String, Hashable, Sendable, CaseIterable {
    /// The electronic form comes in; it has no agenda number yet.
    case submit
    /// The applicant corrects the form.
    case resubmit
    /// The form is printed and signed by the agency's persons in charge.
    case form
    /// The letter comes in and gets its agenda number.
    case receive
    /// Somebody is told to see to it: the disposition sheet gets a line.
    case dispose
    /// The work gets a day.
    case schedule
    /// Names, targets, completeness and space are judged by the rules.
    case verify
    /// What was found or done is put on paper.
    case report
    /// Needs, facilities, budget, infrastructure and scope are analysed.
    case analyse
    /// Approved or not.
    case decide
    /// The records are made.
    case provision
    /// The system is looked at before anybody is told.
    case check
    /// A letter or report is drafted.
    case draft
    /// A draft is read and initialled.
    case initial
    /// The letter or report is signed, gets its number, and stays as it is.
    case sign
    /// A message goes out by e-mail.
    case notify
    /// Accounts are made.
    case account
    /// Accounts are entered in the list of accounts.
    case recordAccounts
    /// Sheets with the accounts are printed.
    case printAccounts
    /// The result is handed over to the agency's manager, who signs for it.
    case handOver
    /// The list of names is brought up to date.
    case recordName
    /// The letter reaches the agency.
    case deliver
    /// The papers are filed; nothing follows.
    case archive
}
