import RFC1035

/// What the decision rules ask of the static records.
public protocol StaticZoneView {
    /// Why a name exists among them.
    /// - Parameter seekingDescendants: whether empty non-terminals and wildcards are to be found too.
    func existence(of name: Name, seekingDescendants: Bool) -> Existence
}

extension Zone: StaticZoneView {}
