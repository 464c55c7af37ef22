extension Name: Comparable {
    /// Canonical order (RFC 4034 §6.1): label by label from the root, each as lower-case octets.
    public static func < (left: Name, right: Name) -> Bool {
        let a = left.labels.reversed()
        let b = right.labels.reversed()
        var i = a.makeIterator()
        var j = b.makeIterator()
        while true {
            guard let y = j.next() else { return false }
            guard let x = i.next() else { return true }
            if x.elementsEqual(y) { continue }
            return x.lexicographicallyPrecedes(y)
        }
    }
}
